package tidings.command.throttle;

import java.time.Duration;

/** Makes throttles. Those of one name are one throttle, also on other nodes. */
public final class Throttles {

    private final ThrottleStore store;

    Throttles(ThrottleStore store) {
        this.store = store;
    }

    public Throttle named(String name, int burst, Duration interval) {
        return new Throttle(name, burst, interval, store);
    }
}
