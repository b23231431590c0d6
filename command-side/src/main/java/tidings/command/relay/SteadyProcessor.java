package tidings.command.relay;

import org.axonframework.eventhandling.TrackingEventProcessor;

/** Axon's tracking processor, which tries again within two seconds instead of up to a minute. */
final class SteadyProcessor extends TrackingEventProcessor {

    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    SteadyProcessor(Builder builder) {
        super(builder);
    }

    @Override
    protected void doSleepFor(long millisToSleep) {
        super.doSleepFor(Math.min(millisToSleep, LONGEST_PAUSE_MILLIS));
    }
}
