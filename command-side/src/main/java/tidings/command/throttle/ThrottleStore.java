package tidings.command.throttle;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to when each key's takings are paid for. All times are the database's, which is the same for all nodes. */
final class ThrottleStore {

    private static final int PURGED_AT_ONCE = 20;

    private final JdbcClient jdbc;

    ThrottleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Zero when one was taken, otherwise how long to wait. Of concurrent calls, on any nodes, no two take the same. */
    Duration take(String throttle, String key, Duration interval, Duration tolerance) {
        long microseconds = interval.toNanos() / 1_000;
        int taken = jdbc.sql("UPDATE throttle SET paid_until = GREATEST(paid_until, UTC_TIMESTAMP(3))"
                        + " + INTERVAL ? MICROSECOND WHERE name = ? AND throttled = ?"
                        + " AND paid_until <= UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND")
                .params(microseconds, throttle, key, tolerance.toNanos() / 1_000)
                .update();
        return taken > 0 || isFirst(throttle, key, microseconds) ? Duration.ZERO : wait(throttle, key, tolerance);
    }

    private boolean isFirst(String throttle, String key, long microseconds) {
        int inserted = jdbc.sql("INSERT IGNORE INTO throttle (name, throttled, paid_until)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND)")
                .params(throttle, key, microseconds)
                .update();
        if (inserted > 0) {
            purge();
        }
        return inserted > 0;
    }

    private Duration wait(String throttle, String key, Duration tolerance) {
        Duration ahead = jdbc.sql("SELECT TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), paid_until) FROM throttle"
                        + " WHERE name = ? AND throttled = ?")
                .params(throttle, key)
                .query((row, n) -> Duration.of(row.getLong(1), ChronoUnit.MICROS))
                .optional()
                .orElse(Duration.ZERO);
        Duration wait = ahead.minus(tolerance);
        // its time came, or it was forgotten, since it was asked
        return wait.isPositive() ? wait : Duration.ofMillis(1);
    }

    void forget(String throttle, String key) {
        jdbc.sql("DELETE FROM throttle WHERE name = ? AND throttled = ?")
                .params(throttle, key)
                .update();
    }

    /** Whoever adds a key tidies up behind others, a bounded number of rows. */
    private void purge() {
        try {
            jdbc.sql("DELETE FROM throttle WHERE paid_until < UTC_TIMESTAMP(3) LIMIT " + PURGED_AT_ONCE)
                    .update();
        } catch (PessimisticLockingFailureException e) {
            // somebody else is at it
        }
    }
}
