package tidings.gateway.fanout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who listens to one topic, and what Redis has said of it last. Guarded by the subscriptions that it belongs to. */
final class TopicState {

    final List<Broker.Listener> listeners = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> confirmed = new CompletableFuture<>();

    /** Whether a command is under way. */
    boolean asked;

    /** Whether Redis, by its last word, delivers the topic. */
    boolean delivered;

    boolean wanted() {
        return !listeners.isEmpty();
    }

    /** What is to be sent now; it is as good as sent. */
    Subscriptions.Step next() {
        if (asked || wanted() == delivered) {
            return Subscriptions.Step.NONE;
        }
        asked = true;
        return wanted() ? Subscriptions.Step.SUBSCRIBE : Subscriptions.Step.UNSUBSCRIBE;
    }

    /** No listener wants it, Redis does not deliver it, and no command is under way. */
    boolean isOver() {
        return !asked && !wanted() && !delivered;
    }
}
