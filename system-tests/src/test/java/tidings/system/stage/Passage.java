package tidings.system.stage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Whether bytes get through a link, and how soon. */
final class Passage {

    enum State {
        OPEN,
        /** Connections are reset, new ones too. */
        CUT,
        /** Nothing arrives any more, and nobody is told. */
        STALLED
    }

    private State state = State.OPEN;
    private volatile Duration delay = Duration.ZERO;

    synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    /** Everything takes so much longer, each way. */
    void slow(Duration eachWay) {
        delay = eachWay;
    }

    /** Waits as long as bytes are under way. */
    void delay() {
        LockSupport.parkNanos(delay.toNanos());
    }

    /** Waits while it is stalled; whether it is open then. */
    synchronized boolean passable() {
        try {
            while (state == State.STALLED) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state == State.OPEN;
    }
}
