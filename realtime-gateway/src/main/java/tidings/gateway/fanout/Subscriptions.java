package tidings.gateway.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who of this gateway listens to which topic, and what Redis has said of the topic last. A topic has at most one command
 * under way; whatever Redis answers is compared with what is wanted by then, and where the two differ the next command
 * follows. So both agree in the end, whatever the order in which threads came and commands were written. Thread-safe;
 * sends nothing itself.
 */
final class Subscriptions {

    /** What is to be sent to Redis for a topic now. */
    enum Step {
        NONE,
        SUBSCRIBE,
        UNSUBSCRIBE
    }

    private final Map<String, TopicState> entries = new ConcurrentHashMap<>();

    /** What to send, and the future of the topic's confirmation. */
    record Added(Step step, CompletableFuture<Void> confirmed) {}

    /**
     * What to send after an answer of Redis.
     *
     * @param lost whether the topic had been taken for subscribed and was not: broadcasts may be missing
     */
    record Heard(Step step, boolean lost) {}

    /** All topics of one share that are to be asked for again, and those that are to be given up again. */
    record Unsure(List<String> wanted, List<String> unwanted) {}

    synchronized Added add(String topic, Broker.Listener listener) {
        TopicState entry = entries.computeIfAbsent(topic, name -> new TopicState());
        if (!entry.wanted() && entry.confirmed.isDone()) {
            entry.confirmed = new CompletableFuture<>();
        }
        entry.listeners.add(listener);
        return new Added(next(topic, entry), entry.confirmed);
    }

    synchronized Step remove(String topic, Broker.Listener listener) {
        TopicState entry = entries.get(topic);
        if (entry == null || !entry.listeners.remove(listener)) {
            return Step.NONE;
        }
        return next(topic, entry);
    }

    private Step next(String topic, TopicState entry) {
        Step step = entry.next();
        if (entry.isOver()) {
            entries.remove(topic);
        }
        return step;
    }

    /** Redis says that it delivers this topic; {@code fresh}: it did not before. */
    Heard subscribed(String topic, boolean fresh) {
        CompletableFuture<Void> confirmed = null;
        Heard heard;
        synchronized (this) {
            TopicState entry = entries.computeIfAbsent(topic, name -> new TopicState());
            boolean lost = fresh && entry.delivered && entry.wanted();
            entry.delivered = true;
            entry.asked = false;
            if (entry.wanted()) {
                confirmed = entry.confirmed;
            }
            heard = new Heard(next(topic, entry), lost);
        }
        if (confirmed != null) {
            confirmed.complete(null);
        }
        return heard;
    }

    /** Redis says that it delivers this topic no more, asked or by itself. */
    synchronized Heard unsubscribed(String topic) {
        TopicState entry = entries.get(topic);
        if (entry == null) {
            return new Heard(Step.NONE, false);
        }
        boolean lost = entry.delivered && !entry.asked && entry.wanted();
        entry.delivered = false;
        entry.asked = false;
        return new Heard(next(topic, entry), lost);
    }

    /** A command for the topic could not be sent: the next caller, the next check or the next connection sends one. */
    synchronized void failed(String topic) {
        TopicState entry = entries.get(topic);
        if (entry != null) {
            entry.asked = false;
        }
    }

    /** A connection came up: nothing is delivered on it yet. Answers the topics to subscribe to. */
    synchronized List<String> renew() {
        entries.values().removeIf(entry -> !entry.wanted());
        entries.values().forEach(entry -> {
            entry.delivered = false;
            entry.asked = true;
        });
        return new ArrayList<>(entries.keySet());
    }

    /**
     * The topics of one share of {@code shares}, whatever Redis has said of them: to ask again does no harm, finds what was
     * lost, and takes the place of a command that was never answered.
     */
    synchronized Unsure share(int share, int shares) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        entries.forEach((topic, entry) -> {
            if (Math.floorMod(topic.hashCode(), shares) == share) {
                entry.asked = true;
                (entry.wanted() ? wanted : unwanted).add(topic);
            }
        });
        return new Unsure(wanted, unwanted);
    }

    boolean contains(String topic) {
        TopicState entry = entries.get(topic);
        return entry != null && entry.wanted();
    }

    /** Tells the listeners; what to send where nobody should have been told. */
    Step deliver(String topic, @Nullable Broadcast broadcast) {
        TopicState entry = entries.get(topic);
        if (entry == null) {
            return subscribed(topic, false).step();
        }
        if (broadcast != null) {
            entry.listeners.forEach(listener -> listener.onBroadcast(broadcast));
        }
        return Step.NONE;
    }
}
