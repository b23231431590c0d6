package tidings.system.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that is wrong by as many whole seconds as a file says, which may change while the node runs. A file that cannot
 * be read changes nothing.
 */
final class WrongClock extends Clock {

    private static final long REREAD_MILLIS = 500;

    private final Clock right;
    private final Path secondsAhead;
    private volatile long ahead;
    private volatile long rereadAt;

    WrongClock(Clock right, Path secondsAhead) {
        this.right = right;
        this.secondsAhead = secondsAhead;
    }

    @Override
    public Instant instant() {
        Instant now = right.instant();
        if (now.toEpochMilli() >= rereadAt) {
            rereadAt = now.toEpochMilli() + REREAD_MILLIS;
            reread();
        }
        return now.plusSeconds(ahead);
    }

    private void reread() {
        try {
            ahead = Long.parseLong(Files.readString(secondsAhead).strip());
        } catch (IOException | NumberFormatException unreadable) {
            // it is being written: next time
        }
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new WrongClock(right.withZone(zone), secondsAhead);
    }
}
