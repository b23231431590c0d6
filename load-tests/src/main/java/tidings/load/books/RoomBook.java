package tidings.load.books;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The book of one room. Messages are numbered from 0 in the order of sending. All members saw one order when every message
 * came to all of them with the same seq, and to each of them in rising seq. Used by one thread at a time.
 */
public final class RoomBook {

    private final List<ReceiverBook> receivers = new ArrayList<>();
    private final MessageNumbers seqs = new MessageNumbers();
    private final BitSet acked = new BitSet();
    private final BitSet refused = new BitSet();
    private int sent;
    private long disagreements;
    private int acks;

    /** Adds a member. */
    public ReceiverBook addReceiver() {
        ReceiverBook receiver = new ReceiverBook(this);
        receivers.add(receiver);
        return receiver;
    }

    /** The number of the next message to send; it counts as sent. */
    public int send() {
        return sent++;
    }

    /** Notes the acknowledgement of a message. */
    public void acked(int number, long seq) {
        acks++;
        acked.set(number);
        placed(number, seq);
    }

    /** Notes that a message was refused; then nobody should ever see it. */
    public void refused(int number) {
        refused.set(number);
    }

    /** Notes the place of a message in the channel; every time it must be the same. */
    void placed(int number, long seq) {
        long known = seqs.get(number);
        if (known == MessageNumbers.UNKNOWN) {
            seqs.put(number, seq);
        } else if (known != seq) {
            disagreements++;
        }
    }

    /** Whether every message was answered and everybody has every message that was accepted. */
    public boolean isSettled() {
        int answered = acked.cardinality() + refused.cardinality();
        return answered >= sent && receivers.stream().allMatch(receiver -> receiver.received() >= acked.cardinality());
    }

    /** The books as they stand; a message is expected by everybody when it was acknowledged or anybody saw it. */
    public Verdict verdict() {
        BitSet expected = (BitSet) acked.clone();
        receivers.forEach(receiver -> expected.or(receiver.seen()));
        BitSet unanswered = new BitSet();
        unanswered.set(0, sent);
        unanswered.andNot(acked);
        unanswered.andNot(refused);
        long lost = 0;
        long delivered = 0;
        long duplicated = 0;
        long reordered = 0;
        for (ReceiverBook receiver : receivers) {
            lost += receiver.lostOf(expected);
            delivered += receiver.received();
            duplicated += receiver.duplicated();
            reordered += receiver.reordered();
        }
        return new Verdict(
                sent,
                acked.cardinality(),
                refused.cardinality(),
                unanswered.cardinality(),
                delivered,
                lost,
                duplicated + (acks - acked.cardinality()),
                reordered,
                disagreements > 0 ? 1 : 0);
    }
}
