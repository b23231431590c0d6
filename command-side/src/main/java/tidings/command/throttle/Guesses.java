package tidings.command.throttle;

import java.time.Duration;

/**
 * How often a secret of somebody may be guessed: seldom from one address, and from all addresses together a little more
 * often. An address that gave the right answer lately is not stopped by what others guess, so that nobody can lock the owner
 * out from elsewhere (ADR-0022). Subjects that nobody has are counted like any others.
 */
public final class Guesses {

    private final String secret;
    private final Throttle here;
    private final Throttle everywhere;
    private final KnownAddressStore known;

    Guesses(String secret, Throttle here, Throttle everywhere, KnownAddressStore known) {
        this.secret = secret;
        this.here = here;
        this.everywhere = everywhere;
        this.known = known;
    }

    /**
     * Counts a guess.
     *
     * @param subject whose secret it is, at most 40 ASCII characters
     * @param network where it comes from, as {@link ClientNetwork} has it
     * @return zero when it may be looked at, otherwise how long to wait
     */
    public Duration take(String subject, String network) {
        Duration wait = here.take(pair(subject, network));
        return !wait.isZero() || known.isKnown(secret, subject, network) ? wait : everywhere.take(subject);
    }

    /** The guess was right. */
    public void right(String subject, String network) {
        here.forget(pair(subject, network));
        known.remember(secret, subject, network);
    }

    private static String pair(String subject, String network) {
        return subject + "@" + network;
    }
}
