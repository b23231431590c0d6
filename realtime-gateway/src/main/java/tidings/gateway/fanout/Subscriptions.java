package tidings.gateway.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who of this gateway listens to which topic, and whether Redis has confirmed it. Thread-safe. */
final class Subscriptions {

    private static final class Entry {

        final List<Broker.Listener> listeners = new CopyOnWriteArrayList<>();
        final CompletableFuture<Void> confirmed = new CompletableFuture<>();
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Whether the topic is new here, and the future of its confirmation. */
    record Added(boolean first, CompletableFuture<Void> confirmed) {}

    synchronized Added add(String topic, Broker.Listener listener) {
        Entry entry = entries.get(topic);
        boolean first = entry == null;
        if (entry == null) {
            entry = new Entry();
            entries.put(topic, entry);
        }
        entry.listeners.add(listener);
        return new Added(first, entry.confirmed);
    }

    /** Whether that was the topic's last listener. */
    synchronized boolean remove(String topic, Broker.Listener listener) {
        Entry entry = entries.get(topic);
        if (entry == null) {
            return false;
        }
        entry.listeners.remove(listener);
        if (entry.listeners.isEmpty()) {
            entries.remove(topic);
            return true;
        }
        return false;
    }

    /** Redis says that it delivers this topic from now on. */
    void confirmed(String topic) {
        Entry entry = entries.get(topic);
        if (entry != null) {
            entry.confirmed.complete(null);
        }
    }

    synchronized List<String> topics() {
        return new ArrayList<>(entries.keySet());
    }

    boolean contains(String topic) {
        return entries.containsKey(topic);
    }

    void deliver(String topic, @Nullable Broadcast broadcast) {
        Entry entry = entries.get(topic);
        if (entry != null && broadcast != null) {
            entry.listeners.forEach(listener -> listener.onBroadcast(broadcast));
        }
    }
}
