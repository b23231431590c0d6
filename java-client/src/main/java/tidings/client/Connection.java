package tidings.client;

import tools.jackson.databind.JsonNode;

/** One open socket. Thread-safe. */
public interface Connection {

    /** The code of a connection that ended without a closing handshake (RFC 6455, section 7.1.5). */
    int ABNORMAL = 1006;

    /** What a connection tells, one call at a time. */
    interface Handler {

        void onFrame(Connection connection, JsonNode frame);

        /** It is gone; called once, with the close code. */
        void onClosed(Connection connection, int code);
    }

    /** Sends after everything that was sent before; a frame that cannot be sent ends the connection. */
    void send(JsonNode frame);

    /** Whether it takes what comes; until then it piles up in the network, and in the server. */
    void read(boolean on);

    boolean isClosed();

    /** Leaves without a word, as a machine does that went to sleep. */
    void abort();
}
