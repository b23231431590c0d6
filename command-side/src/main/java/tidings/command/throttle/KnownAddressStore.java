package tidings.command.throttle;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From where somebody gave the right answer within the last {@value #GOOD_FOR_DAYS} days. */
final class KnownAddressStore {

    private static final int GOOD_FOR_DAYS = 30;
    private static final int PURGED_AT_ONCE = 20;

    private final JdbcClient jdbc;

    KnownAddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(String secret, String subject, String network) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM known_address WHERE secret = ? AND subject = ? AND network = ?"
                        + " AND seen_at > UTC_TIMESTAMP(3) - INTERVAL " + GOOD_FOR_DAYS + " DAY)")
                .params(secret, subject, network)
                .query(Boolean.class)
                .single();
    }

    void remember(String secret, String subject, String network) {
        int rows = jdbc.sql("INSERT INTO known_address (secret, subject, network, seen_at)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(3)) ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at)")
                .params(secret, subject, network)
                .update();
        if (rows == 1) {
            purge();
        }
    }

    /** Whoever adds a row tidies up behind others, a bounded number of rows. */
    private void purge() {
        try {
            jdbc.sql("DELETE FROM known_address WHERE seen_at < UTC_TIMESTAMP(3) - INTERVAL " + GOOD_FOR_DAYS
                            + " DAY LIMIT " + PURGED_AT_ONCE)
                    .update();
        } catch (PessimisticLockingFailureException e) {
            // somebody else is at it
        }
    }
}
