package tidings.gateway.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tidings.events.account.AccountId;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ServerFrame;

/** Remembers the seqs it was given. */
final class RecordingSubscriber implements Subscriber {

    private final AccountId accountId = new AccountId(UUID.randomUUID());
    final List<Long> seqs = new ArrayList<>();
    final List<EncodedFrame> relayed = new ArrayList<>();
    boolean left;

    /** How many events it takes before it is congested, again each time that they were sent. */
    int room = Integer.MAX_VALUE;

    final List<Runnable> waiting = new ArrayList<>();
    final List<Long> rewoundTo = new ArrayList<>();
    private int unsent;

    @Override
    public AccountId accountId() {
        return accountId;
    }

    @Override
    public void deliver(ServerFrame.Event event) {
        seqs.add(event.seq());
        unsent++;
    }

    @Override
    public void relay(EncodedFrame frame) {
        relayed.add(frame);
    }

    @Override
    public boolean congested() {
        return unsent >= room;
    }

    @Override
    public void whenSent(Runnable task) {
        waiting.add(task);
    }

    /** What was delivered has been sent. */
    void drain() {
        unsent = 0;
        List<Runnable> tasks = List.copyOf(waiting);
        waiting.clear();
        tasks.forEach(Runnable::run);
    }

    @Override
    public void rewound(Subscription subscription, long head) {
        rewoundTo.add(head);
    }

    @Override
    public void broken(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Override
    public void left(Subscription subscription) {
        left = true;
    }
}
