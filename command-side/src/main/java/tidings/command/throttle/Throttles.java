package tidings.command.throttle;

import java.time.Duration;

/** Makes throttles. Those of one name are one throttle, also on other nodes. */
public final class Throttles {

    private final ThrottleStore store;
    private final KnownAddressStore known;

    Throttles(ThrottleStore store, KnownAddressStore known) {
        this.store = store;
        this.known = known;
    }

    public Throttle named(String name, int burst, Duration interval) {
        return new Throttle(name, burst, interval, store);
    }

    /**
     * How often a secret may be guessed.
     *
     * @param secret its name, at most 16 letters
     * @param here wrong ones from one address before it has to wait {@code interval} for each
     * @param everywhere wrong ones from all addresses that are not known before they have to wait {@code interval} for each
     */
    public Guesses guesses(String secret, int here, int everywhere, Duration interval) {
        return new Guesses(secret, named(secret, here, interval), named(secret + "-all", everywhere, interval), known);
    }
}
