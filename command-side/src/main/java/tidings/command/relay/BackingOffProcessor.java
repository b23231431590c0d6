package tidings.command.relay;

import org.axonframework.eventhandling.TrackingEventProcessor;

/** Axon's tracking processor, which backs off for two seconds at most instead of a minute. */
final class BackingOffProcessor extends TrackingEventProcessor {

    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    BackingOffProcessor(Builder builder) {
        super(builder);
    }

    @Override
    protected void doSleepFor(long millisToSleep) {
        super.doSleepFor(Math.min(millisToSleep, LONGEST_PAUSE_MILLIS));
    }
}
