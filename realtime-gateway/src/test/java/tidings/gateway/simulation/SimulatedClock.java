package tidings.gateway.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a simulated loop, counted from {@code start}. */
public final class SimulatedClock extends Clock {

    private final SimulatedLoop loop;
    private final Instant start;

    public SimulatedClock(SimulatedLoop loop, Instant start) {
        this.loop = loop;
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(loop.nowMicros() * 1_000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
