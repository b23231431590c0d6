package tidings.command.channel.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Addresses in angle brackets (CommonMark 6.5) and comments; any other {@code <} is text, HTML too. Reads each character
 * twice at most.
 */
final class AngleParser implements InlineContentParser {

    /** A comment of HTML, with its text: readers here see it as it was written, other renderers show nothing of it. */
    static final class Comment extends CustomNode {}

    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return new AngleParser();
        }
    }

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,31}:.*+|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9].*+");

    private boolean noCommentEnds;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        scanner.next();
        Position inside = scanner.position();
        if (scanner.next("!--") && endOfComment(scanner)) {
            Comment comment = new Comment();
            comment.appendChild(
                    new Text(scanner.getSource(start, scanner.position()).getContent()));
            return ParsedInline.of(comment, scanner.position());
        }
        scanner.setPosition(inside);
        while (scanner.hasNext() && scanner.peek() > ' ' && scanner.peek() != '<' && scanner.peek() != '>') {
            scanner.next();
        }
        String content = scanner.getSource(inside, scanner.position()).getContent();
        if (scanner.peek() == '>' && ADDRESS.matcher(content).matches()) {
            scanner.next();
            return ParsedInline.of(AddressParser.linkTo(content), scanner.position());
        }
        return ParsedInline.of(new Text("<"), inside);
    }

    /** One that ends nowhere is looked for once: the next one ends nowhere either. */
    private boolean endOfComment(Scanner scanner) {
        while (!noCommentEnds && scanner.hasNext()) {
            if (scanner.next("-->")) {
                return true;
            }
            scanner.next();
        }
        noCommentEnds = true;
        return false;
    }
}
