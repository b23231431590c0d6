package tidings.client;

import tools.jackson.databind.JsonNode;

/**
 * Hears what a client hears, one call at a time and under no lock: it may call the client from any thread and wait for
 * that. While it waits nothing else is delivered, so whoever waits for an answer of the server hands over and returns.
 */
public interface Listener {

    /** Every frame as it came, answers and doubles too. */
    default void onFrame(ServerFrame frame, JsonNode json) {}

    /** What happened in a channel: in order, each once, over all connections. */
    default void onEvent(ServerFrame.Event event) {}

    /** The server has answered the hello of a connection. */
    default void onWelcome(ServerFrame.Welcome welcome) {}

    /** A connection was refused, or ended before it was welcome. */
    default void onRefused() {}

    /** The connection ended with this close code; the client connects again. */
    default void onDisconnected(int closeCode) {}

    /** An answer did not come in time; the client leaves the connection. */
    default void onAnswerTimeout() {}
}
