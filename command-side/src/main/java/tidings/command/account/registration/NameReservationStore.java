package tidings.command.account.registration;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.account.AccountRole;
import tidings.command.account.Username;
import tidings.events.account.AccountId;

/** Leases run by the database's clock, which is the same for all nodes. */
final class NameReservationStore implements NameReservations {

    static final int LEASE_SECONDS = 30;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    NameReservationStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Optional<Reservation> reserve(Username username, AccountId candidate, UUID attempt) {
        try {
            jdbc.sql("INSERT INTO account_name"
                            + " (name_key, username, skeleton, account_id, registered, attempt, lease_until)"
                            + " VALUES (?, ?, ?, ?, FALSE, ?, UTC_TIMESTAMP(3) + INTERVAL ? SECOND)")
                    .params(
                            username.key(),
                            username.value(),
                            username.skeleton(),
                            candidate.toString(),
                            attempt.toString(),
                            LEASE_SECONDS)
                    .update();
            return Optional.of(new Reservation(username, candidate, attempt));
        } catch (DuplicateKeyException taken) {
            return takeOver(username, attempt);
        }
    }

    private Optional<Reservation> takeOver(Username username, UUID attempt) {
        int taken = jdbc.sql("UPDATE account_name SET attempt = ?, lease_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND"
                        + " WHERE name_key = ? AND NOT registered AND lease_until <= UTC_TIMESTAMP(3)")
                .params(attempt.toString(), LEASE_SECONDS, username.key())
                .update();
        if (taken == 0) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT username, account_id FROM account_name WHERE name_key = ? AND attempt = ?")
                .params(username.key(), attempt.toString())
                .query((row, n) ->
                        new Reservation(new Username(row.getString(1)), AccountId.parse(row.getString(2)), attempt))
                .optional();
    }

    @Override
    public boolean complete(Reservation reservation, String passwordHash) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int mine = jdbc.sql("UPDATE account_name SET registered = TRUE"
                            + " WHERE name_key = ? AND attempt = ? AND NOT registered")
                    .params(reservation.username().key(), reservation.attempt().toString())
                    .update();
            if (mine == 1) {
                storeCredentials(reservation.accountId(), passwordHash);
                claimFirst(reservation.accountId());
            }
            return mine == 1;
        }));
    }

    private void storeCredentials(AccountId accountId, String passwordHash) {
        jdbc.sql("INSERT INTO account_credentials (account_id, password_hash, changed_at)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(3))")
                .params(accountId.toString(), passwordHash)
                .update();
    }

    @Override
    public void claimFirst(AccountId accountId) {
        transaction.executeWithoutResult(status -> {
            int first = jdbc.sql("INSERT IGNORE INTO founder (slot, account_id) VALUES (1, ?)")
                    .param(accountId.toString())
                    .update();
            if (first == 1) {
                jdbc.sql("INSERT INTO account_role (account_id, role) VALUES (?, ?)")
                        .params(accountId.toString(), AccountRole.ADMIN.name())
                        .update();
            }
        });
    }

    @Override
    public void abandon(Reservation reservation) {
        jdbc.sql("UPDATE account_name SET lease_until = UTC_TIMESTAMP(3)"
                        + " WHERE name_key = ? AND attempt = ? AND NOT registered")
                .params(reservation.username().key(), reservation.attempt().toString())
                .update();
    }
}
