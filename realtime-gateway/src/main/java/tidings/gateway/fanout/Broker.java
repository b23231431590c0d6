package tidings.gateway.fanout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.ServerFrame;

/**
 * Broadcasts to the gateways that want them, at most once, in order per topic while connected. A reader that needs every
 * event checks seqs and reads what is missing; this port says when something may have been lost. No call blocks.
 */
public interface Broker {

    /** Hears the broadcasts of one topic, on the broker's thread: hand over and return. */
    interface Listener {

        void onBroadcast(Broadcast broadcast);
    }

    /**
     * Subscribes a listener to a topic. The future completes when broadcasts published from now on arrive; while the
     * broker is away it stays open until it is back.
     */
    CompletableFuture<Void> subscribe(Topic topic, Listener listener);

    /** The last listener of a topic ends this gateway's subscription. */
    void unsubscribe(Topic topic, Listener listener);

    /**
     * Events after a seq that are still in the channel's short replay buffer, in order, at most {@code limit}: perhaps
     * none, perhaps with gaps. Fails when the broker is away.
     */
    CompletableFuture<List<ServerFrame.Event>> replay(ChannelId channelId, long afterSeq, int limit);

    /** Tells all who listen to a topic, if the broker is there; it may be lost. */
    void publish(Topic topic, Broadcast broadcast);

    /** Asks to be told, on the broker's thread, whenever broadcasts may have been lost. */
    void onInterruption(Runnable listener);

    boolean isConnected();
}
