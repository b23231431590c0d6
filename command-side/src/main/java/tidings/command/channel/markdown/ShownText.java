package tidings.command.channel.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.markdown.AngleParser.Comment;
import tidings.command.channel.markdown.EscapedAtParser.EscapedAt;
import tidings.command.text.Visible;

/**
 * The text of a body as readers see it: CommonMark 0.31 with the tables and the addresses of GitHub Flavored Markdown, as
 * the web client shows it, where HTML is plain text. Code, links, images and addresses are left out.
 */
public final class ShownText {

    /** Quotes and lists inside one another beyond this are text. */
    private static final int MAX_DEPTH = 40;

    /** A table costs a cell for each column in each line, also where the line has none. */
    private static final int MAX_CELLS = 4_000;

    private static final int NOTHING = -1;
    private static final Pattern SHOWN_ADDRESS = Pattern.compile("(?i)https?://.|mailto:.");
    private static final Parser WITHOUT_TABLES = parser().build();
    private static final Parser PARSER =
            parser().extensions(List.of(TablesExtension.create())).build();

    private ShownText() {}

    private static Parser.Builder parser() {
        return Parser.builder()
                .extensions(List.of(
                        StrikethroughExtension.builder().requireTwoTildes(true).build()))
                .maxOpenBlockParsers(MAX_DEPTH)
                .enabledBlockTypes(new LinkedHashSet<>(Arrays.asList(
                        Heading.class,
                        ThematicBreak.class,
                        FencedCodeBlock.class,
                        IndentedCodeBlock.class,
                        BlockQuote.class,
                        ListBlock.class)))
                .customInlineContentParserFactory(new AddressParser())
                .customInlineContentParserFactory(new AngleParser.Factory())
                .customInlineContentParserFactory(new EscapedAtParser());
    }

    /** Pieces of text, each as far as nothing but text follows; emphasis, lines and what is left out part them. */
    static List<String> pieces(String markdown) {
        List<String> pieces = new ArrayList<>();
        @Nullable Node node = parsed(markdown).getFirstChild();
        while (node != null) {
            if (node instanceof Text text) {
                pieces.add(text.getLiteral());
            }
            boolean enter = !(node instanceof Link) && !(node instanceof Image);
            node = enter && node.getFirstChild() != null ? node.getFirstChild() : following(node);
        }
        return pieces;
    }

    /**
     * Whether readers see anything of a body: not when it is spaces and what shows nothing, be it as an entity, emphasised
     * or in code, nor links without a text, comments, and quotes, headings, items and tables with nothing in them.
     */
    public static boolean isAnythingIn(String markdown) {
        int first = Visible.first(markdown).orElse(NOTHING);
        return first != NOTHING && (isNoMarkup(first) || isAnythingBelow(parsed(markdown)));
    }

    /** Whether a text that begins with this shows it, whatever follows. */
    private static boolean isNoMarkup(int first) {
        return first >= 0x80 || Character.isLetterOrDigit(first) || "@:(/.,?$%^{}\"';])".indexOf(first) >= 0;
    }

    private static boolean isAnythingBelow(Node document) {
        @Nullable Node node = document;
        while (node != null) {
            if (shows(node)) {
                return true;
            }
            boolean enter = !(node instanceof Comment) && node.getFirstChild() != null;
            node = enter ? node.getFirstChild() : following(node);
        }
        return false;
    }

    private static boolean shows(Node node) {
        return switch (node) {
            case Text text -> Visible.isIn(text.getLiteral());
            case Code code -> Visible.isIn(code.getLiteral());
            case FencedCodeBlock block -> Visible.isIn(block.getLiteral());
            case IndentedCodeBlock block -> Visible.isIn(block.getLiteral());
            // the address is shown where there is no other text
            case Image image -> SHOWN_ADDRESS.matcher(image.getDestination()).lookingAt();
            case ThematicBreak line -> true;
            // its numbers are shown as they were written
            case OrderedList numbered -> true;
            case EscapedAt at -> true;
            default -> false;
        };
    }

    private static Node parsed(String markdown) {
        // readers see definitions of links as they were written: none is one
        String shown = markdown.replace("]:", "]\\:");
        return (mayBeWide(shown) ? WITHOUT_TABLES : PARSER).parse(shown);
    }

    private static @Nullable Node following(Node left) {
        @Nullable Node node = left;
        while (node != null && node.getNext() == null) {
            node = node.getParent();
        }
        return node == null ? null : node.getNext();
    }

    private static boolean mayBeWide(String markdown) {
        int lines = 1;
        int widest = 0;
        int bars = 0;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            bars = c == '\n' ? 0 : c == '|' ? bars + 1 : bars;
            lines += c == '\n' ? 1 : 0;
            widest = Math.max(widest, bars);
        }
        return widest * lines > MAX_CELLS;
    }
}
