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

    @Override
    public AccountId accountId() {
        return accountId;
    }

    @Override
    public void deliver(ServerFrame.Event event) {
        seqs.add(event.seq());
    }

    @Override
    public void relay(EncodedFrame frame) {
        relayed.add(frame);
    }

    @Override
    public boolean congested() {
        return false;
    }

    @Override
    public void left(Subscription subscription) {
        left = true;
    }
}
