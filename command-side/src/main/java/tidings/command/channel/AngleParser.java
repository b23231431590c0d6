package tidings.command.channel;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Addresses in angle brackets (CommonMark 6.5); any other {@code <} is text, HTML too. Reads each character once. */
final class AngleParser implements InlineContentParserFactory, InlineContentParser {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,31}:.*+|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9].*+");

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position inside = scanner.position();
        while (scanner.hasNext() && scanner.peek() > ' ' && scanner.peek() != '<' && scanner.peek() != '>') {
            scanner.next();
        }
        String content = scanner.getSource(inside, scanner.position()).getContent();
        if (scanner.peek() == '>' && ADDRESS.matcher(content).matches()) {
            scanner.next();
            return ParsedInline.of(new Link("", null), scanner.position());
        }
        return ParsedInline.of(new Text("<"), inside);
    }
}
