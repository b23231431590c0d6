package tidings.command;

import org.springframework.context.SmartLifecycle;

/** The order in which the parts of a node start, and in reverse stop. */
final class Lifecycles {

    static final int RELAY = 100;
    static final int DISPATCH = 200;
    static final int DOORS = SmartLifecycle.DEFAULT_PHASE;

    private Lifecycles() {}

    /** One part. */
    static final class Phase implements SmartLifecycle {

        private final int phase;
        private final Runnable onStart;
        private final Runnable onStop;
        private volatile boolean running;

        Phase(int phase, Runnable onStart, Runnable onStop) {
            this.phase = phase;
            this.onStart = onStart;
            this.onStop = onStop;
        }

        @Override
        public void start() {
            onStart.run();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            onStop.run();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}
