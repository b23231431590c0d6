package tidings.gateway.session;

import tidings.gateway.frame.CloseCode;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ServerFrame;

/**
 * The way to one client. Called on the session's event loop only; never blocks. Nothing is written after a close, and
 * a close reaches the session only in a later turn of the loop.
 */
public interface Outbound {

    /** Frames arrive in the order of the calls. Too much unsent closes the socket with SLOW_CONSUMER. */
    void write(ServerFrame frame);

    /** Like {@link #write}, for a frame that many sockets share. */
    void relay(EncodedFrame frame);

    void ping();

    void close(CloseCode code);

    /** Whether so much is unsent that a sender that can wait should wait. */
    boolean congested();

    /** Runs the task, on the loop, when what was written so far has been sent; never when the socket ends before. */
    void whenSent(Runnable task);
}
