package tidings.load.books;

/**
 * What the books say of one room, or of several together.
 *
 * @param sent messages sent
 * @param acked messages acknowledged
 * @param refused messages answered with an error
 * @param unanswered messages that got neither
 * @param delivered messages that reached a member, each member counted
 * @param lost messages that some member should have and has not, each member counted
 * @param duplicated messages and acknowledgements that came more than once
 * @param reordered messages that came with a lower seq than one before them
 * @param roomsInDisagreement rooms where a message had different places for different members
 */
public record Verdict(
        long sent,
        long acked,
        long refused,
        long unanswered,
        long delivered,
        long lost,
        long duplicated,
        long reordered,
        long roomsInDisagreement) {

    /** Nothing sent, nothing wrong. */
    public static final Verdict NOTHING = new Verdict(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The sum. */
    public Verdict plus(Verdict other) {
        return new Verdict(
                sent + other.sent,
                acked + other.acked,
                refused + other.refused,
                unanswered + other.unanswered,
                delivered + other.delivered,
                lost + other.lost,
                duplicated + other.duplicated,
                reordered + other.reordered,
                roomsInDisagreement + other.roomsInDisagreement);
    }

    /** Whether the promise was kept: nothing lost, doubled, reordered or left without an answer, one order in every room. */
    public boolean isClean() {
        return lost == 0 && duplicated == 0 && reordered == 0 && roomsInDisagreement == 0 && unanswered == 0;
    }
}
