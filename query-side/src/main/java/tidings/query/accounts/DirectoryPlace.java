package tidings.query.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.query.views.BinaryId;

/**
 * Where somebody stands in a list of found people.
 *
 * @param nearUntil up to which word it was asked who shares a channel with the asker; null when of all. Later pages must
 *     draw the same line, or somebody would come twice or never.
 */
public record DirectoryPlace(Part part, Key key, @Nullable Key nearUntil) {

    /** The parts of a list, one behind the other. */
    public enum Part {
        NEAR,
        OTHER,
        DEACTIVATED
    }

    /** A word of an account: its place in the order in which the database compares, by the bytes. */
    public record Key(String word, UUID account) implements Comparable<Key> {

        static final Comparator<String> WORDS = (one, other) ->
                Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        static final Key FIRST = new Key("", new UUID(0, 0));

        @Override
        public int compareTo(Key other) {
            int words = WORDS.compare(word, other.word);
            return words != 0 ? words : Arrays.compareUnsigned(BinaryId.of(account), BinaryId.of(other.account));
        }
    }

    boolean before(Part otherPart, Key otherKey) {
        int parts = part.compareTo(otherPart);
        return parts < 0 || (parts == 0 && key.compareTo(otherKey) < 0);
    }
}
