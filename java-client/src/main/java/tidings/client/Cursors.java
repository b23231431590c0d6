package tidings.client;

import java.util.Map;
import java.util.TreeMap;

/** The last seq seen of each channel: whatever is not above it is old. */
final class Cursors {

    private final Map<String, Long> seqs = new TreeMap<>();

    void set(String channelId, long seq) {
        seqs.put(channelId, seq);
    }

    long get(String channelId) {
        return seqs.getOrDefault(channelId, -1L);
    }

    Map<String, Long> all() {
        return Map.copyOf(seqs);
    }

    /** Takes a frame's news; whether it was an event that had not been seen yet, or no event. */
    boolean take(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Welcome welcome ->
                welcome.channels().forEach(channel -> seqs.putIfAbsent(channel.channelId(), channel.seq()));
            case ServerFrame.Event event -> {
                Long known = seqs.get(event.channelId());
                if (known != null && event.seq() <= known) {
                    return false;
                }
                seqs.put(event.channelId(), event.seq());
            }
            case ServerFrame.Subscribed subscribed -> {
                if (subscribed.ref() == null) {
                    seqs.putIfAbsent(subscribed.channelId(), subscribed.seq() - 1);
                }
            }
            case ServerFrame.Reset reset -> seqs.put(reset.channelId(), reset.seq());
            case ServerFrame.Unsubscribed unsubscribed -> seqs.remove(unsubscribed.channelId());
            default -> {}
        }
        return true;
    }
}
