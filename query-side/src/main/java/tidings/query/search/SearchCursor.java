package tidings.query.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the results. The newest matches come in windows; within a window they are ranked. A window is held by its
 * first and last place, so that messages that arrive meanwhile move nothing.
 *
 * @param window the first place of the window
 * @param within the place in the window, or null at its beginning
 */
public record SearchCursor(Match window, @Nullable Within within) {

    private static final int MATCH_BYTES = Long.BYTES * 5;
    private static final int RANK_BYTES = Long.BYTES * 3;

    /**
     * @param end the last place of the window
     * @param after the last result seen
     */
    record Within(Match end, Rank after) {}

    /** A place in the order of time: newer is greater, as the index compares. */
    record Match(long createdAt, UUID channel, UUID message) implements Comparable<Match> {

        private static final UUID LEAST = new UUID(0, 0);
        private static final UUID GREATEST = new UUID(-1, -1);

        /** The place before which nothing comes that is as old. */
        static Match newestAt(long createdAt) {
            return new Match(createdAt, GREATEST, GREATEST);
        }

        /** The place after which nothing comes that is as new. */
        static Match oldestAt(long createdAt) {
            return new Match(createdAt, LEAST, LEAST);
        }

        /** The next older place; null where there is none. */
        @Nullable Match before() {
            if (!message.equals(LEAST)) {
                return new Match(createdAt, channel, decremented(message));
            }
            if (!channel.equals(LEAST)) {
                return new Match(createdAt, decremented(channel), GREATEST);
            }
            return createdAt == Long.MIN_VALUE ? null : newestAt(createdAt - 1);
        }

        private static UUID decremented(UUID id) {
            long low = id.getLeastSignificantBits();
            return new UUID(id.getMostSignificantBits() - (low == 0 ? 1 : 0), low - 1);
        }

        @Override
        public int compareTo(Match other) {
            int byTime = Long.compare(createdAt, other.createdAt);
            int byChannel = byTime != 0 ? byTime : compared(channel, other.channel);
            return byChannel != 0 ? byChannel : compared(message, other.message);
        }

        /** Byte by byte, unlike {@link UUID#compareTo}. */
        private static int compared(UUID left, UUID right) {
            int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
        }
    }

    /** A result in the order of its window: the best first. */
    record Rank(double score, UUID message) implements Comparable<Rank> {

        @Override
        public int compareTo(Rank other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : other.message.compareTo(message);
        }
    }

    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(within == null ? MATCH_BYTES : MATCH_BYTES * 2 + RANK_BYTES);
        put(bytes, window);
        if (within != null) {
            put(bytes, within.end());
            bytes.putDouble(within.after().score());
            put(bytes, within.after().message());
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
        if (bytes.remaining() != MATCH_BYTES && bytes.remaining() != MATCH_BYTES * 2 + RANK_BYTES) {
            throw new IllegalArgumentException("not a search cursor");
        }
        Match window = match(bytes);
        return bytes.hasRemaining()
                ? new SearchCursor(window, new Within(match(bytes), new Rank(bytes.getDouble(), uuid(bytes))))
                : new SearchCursor(window, null);
    }

    private static Match match(ByteBuffer bytes) {
        return new Match(bytes.getLong(), uuid(bytes), uuid(bytes));
    }

    private static void put(ByteBuffer bytes, Match match) {
        bytes.putLong(match.createdAt());
        put(bytes, match.channel());
        put(bytes, match.message());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
