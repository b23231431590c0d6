package tidings.client;

import org.jspecify.annotations.Nullable;

/** What is answered by an {@code ack} once it is durable. */
public sealed interface Command {

    String channelId();

    /** The same {@code clientMessageId} again is the same message. */
    record Send(
            String channelId,
            String clientMessageId,
            String body,
            @Nullable String replyTo) implements Command {}

    record Edit(String channelId, String messageId, String body) implements Command {}

    record Delete(String channelId, String messageId) implements Command {}

    record React(String channelId, String messageId, String emoji) implements Command {}

    record Unreact(String channelId, String messageId, String emoji) implements Command {}

    record Read(String channelId, long seq) implements Command {}
}
