package tidings.load.books;

import java.util.BitSet;

/** What one member of a room received. Used by one thread at a time. */
public final class ReceiverBook {

    private final RoomBook room;
    private final BitSet seen = new BitSet();
    private long lastSeq = -1;
    private long duplicated;
    private long reordered;

    ReceiverBook(RoomBook room) {
        this.room = room;
    }

    /**
     * Notes a message that was delivered.
     *
     * @param number of the message in its room
     * @param seq the channel's sequence number that it came with
     * @return whether it is the first time
     */
    public boolean received(int number, long seq) {
        if (seen.get(number)) {
            duplicated++;
            return false;
        }
        seen.set(number);
        if (seq <= lastSeq) {
            reordered++;
        }
        advancedTo(seq);
        room.placed(number, seq);
        return true;
    }

    /** Notes the seq of any other event, or of the answer to a subscription. */
    public void advancedTo(long seq) {
        lastSeq = Math.max(lastSeq, seq);
    }

    /** The last seq that this receiver has: where it resumes. */
    public long lastSeq() {
        return lastSeq;
    }

    /** How many different messages it received. */
    public int received() {
        return seen.cardinality();
    }

    long lostOf(BitSet expected) {
        BitSet missing = (BitSet) expected.clone();
        missing.andNot(seen);
        return missing.cardinality();
    }

    BitSet seen() {
        return seen;
    }

    long duplicated() {
        return duplicated;
    }

    long reordered() {
        return reordered;
    }
}
