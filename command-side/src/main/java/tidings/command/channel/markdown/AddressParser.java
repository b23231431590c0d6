package tidings.command.channel.markdown;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Addresses that stand in text without any markup: what follows {@code ://}, {@code www.}, {@code mailto:} or
 * {@code xmpp:} up to a space or {@code <} (the extended autolinks of GitHub Flavored Markdown, and those of any other
 * scheme).
 */
final class AddressParser implements InlineContentParserFactory, InlineContentParser {

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of(':', 'w', 'W', 'm', 'M', 'x', 'X');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        int before = scanner.peekPreviousCodePoint();
        boolean begins = scanner.peek() == ':'
                ? isLetterOrDigit(before) && scanner.next("://")
                : !isLetterOrDigit(before)
                        && (next(scanner, "www.") || next(scanner, "mailto:") || next(scanner, "xmpp:"));
        if (!begins) {
            return ParsedInline.none();
        }
        while (scanner.hasNext() && !isEnd(scanner.peekCodePoint())) {
            scanner.next();
        }
        return ParsedInline.of(
                linkTo(scanner.getSource(start, scanner.position()).getContent()), scanner.position());
    }

    /** A link whose text is its address. */
    static Link linkTo(String address) {
        Link link = new Link(address, null);
        link.appendChild(new Text(address));
        return link;
    }

    private static boolean next(Scanner scanner, String lowerCase) {
        var start = scanner.position();
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase(scanner.peek()) != lowerCase.charAt(i)) {
                scanner.setPosition(start);
                return false;
            }
            scanner.next();
        }
        return true;
    }

    private static boolean isLetterOrDigit(int point) {
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
    }

    private static boolean isEnd(int point) {
        return point == '<' || Character.isWhitespace(point) || Character.isSpaceChar(point);
    }
}
