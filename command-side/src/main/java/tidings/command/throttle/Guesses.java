package tidings.command.throttle;

import java.time.Duration;

/**
 * How often a secret of somebody may be guessed: seldom from one address, and from all addresses together a little more
 * often. An address that gave the right answer lately is not stopped by what others guess elsewhere, and a device that gave it has
 * guesses of its own, so that nobody can lock the owner out, not even from the owner's own address (ADR-0022). Subjects that
 * nobody has are counted like any others.
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
     * @return zero when it may be looked at, otherwise how long to wait
     */
    public Duration take(String subject, Origin origin) {
        DeviceToken device = origin.device();
        if (device != null && knows(subject, device)) {
            return here.take(pair(subject, device.key()));
        }
        Duration wait = here.take(pair(subject, origin.network()));
        return !wait.isZero() || known.isKnown(secret, subject, origin.network()) ? wait : everywhere.take(subject);
    }

    /** The guess was right. */
    public void right(String subject, Origin origin) {
        DeviceToken device = origin.device();
        String place = device != null && knows(subject, device) ? device.key() : origin.network();
        here.forget(pair(subject, place));
        known.remember(secret, subject, origin.network());
    }

    /** Whether the device gave the right answer, or another one that let its owner in, within the last half a year. */
    public boolean knows(String subject, DeviceToken device) {
        return known.isKnown(secret, subject, device.key());
    }

    /** The device's owner was let in: from now on it has guesses of its own. */
    public void remember(String subject, DeviceToken device) {
        known.rememberDevice(secret, subject, device.key());
    }

    private static String pair(String subject, String place) {
        return subject + "@" + place;
    }
}
