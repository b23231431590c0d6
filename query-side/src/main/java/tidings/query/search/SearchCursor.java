package tidings.query.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the results. The newest matches come in windows; within a window they are ranked. The window is held by
 * its newest match, so that messages that arrive meanwhile move nothing.
 *
 * @param window the newest match of the window
 * @param after the last result seen in the window, or null at its beginning
 */
public record SearchCursor(Match window, @Nullable Rank after) {

    private static final int MATCH_BYTES = Long.BYTES * 5;
    private static final int RANK_BYTES = Long.BYTES * 3;

    /** A match in the order of time: the newest first. */
    record Match(long createdAt, UUID channel, UUID message) {}

    /** A result in the order of its window: the best first. */
    record Rank(double score, UUID message) implements Comparable<Rank> {

        @Override
        public int compareTo(Rank other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : other.message.compareTo(message);
        }
    }

    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(MATCH_BYTES + (after == null ? 0 : RANK_BYTES));
        bytes.putLong(window.createdAt());
        put(bytes, window.channel());
        put(bytes, window.message());
        if (after != null) {
            bytes.putDouble(after.score());
            put(bytes, after.message());
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException when the text is no cursor
     */
    public static SearchCursor parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (bytes.remaining() != MATCH_BYTES && bytes.remaining() != MATCH_BYTES + RANK_BYTES) {
            throw new IllegalArgumentException("not a search cursor");
        }
        Match window = new Match(bytes.getLong(), uuid(bytes), uuid(bytes));
        return new SearchCursor(window, bytes.hasRemaining() ? new Rank(bytes.getDouble(), uuid(bytes)) : null);
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
