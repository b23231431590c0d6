package tidings.command.channel.markdown;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** {@code \\@} is an at sign that calls nobody. */
final class EscapedAtParser implements InlineContentParserFactory, InlineContentParser {

    /** An at sign that was written with a backslash. */
    static final class EscapedAt extends CustomNode {}

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('\\');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        return scanner.next('@') ? ParsedInline.of(new EscapedAt(), scanner.position()) : ParsedInline.none();
    }
}
