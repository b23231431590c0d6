package tidings.command.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The characters that turn the direction of text by force (Unicode Standard Annex 9): embeddings, overrides and isolates.
 * What is left open turns around whatever a page shows behind the text.
 */
public final class Bidi {

    private static final char POP_EMBEDDING = '\u202C';
    private static final char POP_ISOLATE = '\u2069';

    private Bidi() {}

    static boolean isControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** The text with everything closed, at the end of each line, that its line opens. */
    public static String closed(String text) {
        return hasControl(text) ? close(text) : text;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String close(String text) {
        StringBuilder closed = new StringBuilder(text.length() + 8);
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                open.forEach(closed::append);
                open.clear();
            } else {
                track(c, open);
            }
            closed.append(c);
        }
        open.forEach(closed::append);
        return closed.toString();
    }

    /** A closer of an isolate closes the embeddings inside too; one of an embedding reaches out of no isolate. */
    private static void track(char c, Deque<Character> open) {
        if (c == POP_ISOLATE) {
            if (open.contains(POP_ISOLATE)) {
                while (open.pop() != POP_ISOLATE) {
                    // what was opened inside ends with it
                }
            }
        } else if (c == POP_EMBEDDING) {
            if (!open.isEmpty() && open.peek() == POP_EMBEDDING) {
                open.pop();
            }
        } else if (isControl(c)) {
            open.push(c >= '\u2066' ? POP_ISOLATE : POP_EMBEDDING);
        }
    }
}
