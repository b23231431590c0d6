package tidings.gateway.frame;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/** A frame from a client, checked. {@code ref} is the client's own mark, which the answer repeats. */
public sealed interface ClientFrame {

    @Nullable String ref();

    /** A frame about one channel. */
    sealed interface InChannel extends ClientFrame {

        ChannelId channelId();
    }

    /** A frame that becomes a command to the command side. */
    sealed interface Command extends InChannel {}

    /** Opens the conversation; {@code resume} holds the last seq that the client saw in each channel. */
    record Hello(@Nullable String ref, @Nullable String token, Map<ChannelId, Long> resume) implements ClientFrame {

        public Hello {
            resume = Map.copyOf(resume);
        }
    }

    /** Events of the channel from now on, or after a seq; -1 means from the first. */
    record Subscribe(
            @Nullable String ref,
            ChannelId channelId,
            @Nullable Long after) implements InChannel {}

    record Unsubscribe(@Nullable String ref, ChannelId channelId) implements InChannel {}

    record Send(
            @Nullable String ref,
            ChannelId channelId,
            ClientMessageId clientMessageId,
            String body,
            @Nullable MessageId replyTo)
            implements Command {}

    record Edit(@Nullable String ref, ChannelId channelId, MessageId messageId, String body) implements Command {}

    record Delete(@Nullable String ref, ChannelId channelId, MessageId messageId) implements Command {}

    record React(@Nullable String ref, ChannelId channelId, MessageId messageId, String emoji) implements Command {}

    record Unreact(@Nullable String ref, ChannelId channelId, MessageId messageId, String emoji) implements Command {}

    /** Everything in the channel up to {@code seq} has been read. */
    record Read(@Nullable String ref, ChannelId channelId, long seq) implements Command {}

    record Typing(@Nullable String ref, ChannelId channelId) implements InChannel {}

    record Presence(@Nullable String ref, PresenceStatus status) implements ClientFrame {}

    record Ping(@Nullable String ref) implements ClientFrame {}
}
