package tidings.command.throttle;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From where somebody gave the right answer within the last {@value #GOOD_FOR_DAYS} days, and with which device within half a year. */
final class KnownAddressStore {

    private static final int GOOD_FOR_DAYS = 30;

    /** A device is remembered as if it were seen that much later, so that one index tells what is over. */
    private static final int LONGER_FOR_DEVICES_DAYS = DeviceToken.GOOD_FOR_DAYS - GOOD_FOR_DAYS;

    private static final int MAX_DEVICES = 20;
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
        remember(secret, subject, network, 0);
    }

    void rememberDevice(String secret, String subject, String device) {
        remember(secret, subject, device, LONGER_FOR_DEVICES_DAYS);
        keepNewestDevices(secret, subject);
    }

    /** Programs that keep no cookie are a new device each time. */
    private void keepNewestDevices(String secret, String subject) {
        int devices = jdbc.sql(
                        "SELECT COUNT(*) FROM known_address WHERE secret = ? AND subject = ? AND network LIKE '#%'")
                .params(secret, subject)
                .query(Integer.class)
                .single();
        if (devices > MAX_DEVICES) {
            jdbc.sql("DELETE FROM known_address WHERE secret = ? AND subject = ? AND network LIKE '#%'"
                            + " ORDER BY seen_at LIMIT ?")
                    .params(secret, subject, devices - MAX_DEVICES)
                    .update();
        }
    }

    private void remember(String secret, String subject, String place, int longerDays) {
        int rows = jdbc.sql("INSERT INTO known_address (secret, subject, network, seen_at)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(3) + INTERVAL ? DAY)"
                        + " ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at)")
                .params(secret, subject, place, longerDays)
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
