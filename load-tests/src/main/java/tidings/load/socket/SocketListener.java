package tidings.load.socket;

/** Hears what happens on one socket; always called on the socket's event loop. */
public interface SocketListener {

    /** The upgrade is done: frames may be sent. */
    void opened(ChatSocket socket);

    /** A text frame came. */
    void received(ServerFrame frame);

    /** The socket could not be opened, or is gone; called once. */
    void closed(String why);

    /** Instead of {@link #closed}: the server did not open it, and said when to come again. */
    void putOff(String why, long retryAfterMillis);
}
