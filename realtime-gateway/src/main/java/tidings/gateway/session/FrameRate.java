package tidings.gateway.session;

import tidings.access.CellRate;

/**
 * How many frames a client may send, valid or not. A client that has not signed in may send a few; one that goes on sending
 * although it is refused is cut off. Confined to the session's loop.
 */
final class FrameRate {

    /** The client was refused so often that it is not worth another answer. */
    static final long CUT_OFF = -1;

    private static final int FRAMES_PER_SECOND = 100;
    private static final int FRAME_BURST = 1_000;
    private static final int STRANGERS_FRAMES_PER_SECOND = 10;
    private static final int STRANGERS_FRAME_BURST = 50;
    private static final int REFUSALS_PER_SECOND = 100;
    private static final int REFUSAL_BURST = 1_000;

    private final CellRate frames = new CellRate(FRAMES_PER_SECOND, FRAME_BURST);
    private final CellRate strangersFrames = new CellRate(STRANGERS_FRAMES_PER_SECOND, STRANGERS_FRAME_BURST);
    private final CellRate refusals = new CellRate(REFUSALS_PER_SECOND, REFUSAL_BURST);

    /** Lets a frame through and returns 0, or returns the milliseconds until one is worth a try, or {@link #CUT_OFF}. */
    long take(boolean stranger, long nowNanos) {
        long waitMs = (stranger ? strangersFrames : frames).takeMillis(nowNanos);
        return waitMs > 0 && refusals.take(nowNanos) > 0 ? CUT_OFF : waitMs;
    }
}
