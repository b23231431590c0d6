package tidings.command.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;

/** Sees to it that an instance never loses its last administrator, however many of them leave at once on however many nodes. */
final class AdministratorStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AdministratorStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Does what takes an account out of the administrators, one at a time in the whole system.
     *
     * @throws CommandRefusedException CONFLICT when nobody would be left
     */
    void keepWhile(AccountId leaving, Runnable act) {
        transaction.executeWithoutResult(status -> {
            // the act commits on another connection; this row is locked by nobody else
            jdbc.sql("SELECT slot FROM founder WHERE slot = 1 FOR UPDATE")
                    .query(Integer.class)
                    .optional();
            if (isAdministrator(leaving) && othersThan(leaving) == 0) {
                throw new CommandRefusedException(RejectionCode.CONFLICT, "this is the last administrator");
            }
            act.run();
        });
    }

    private boolean isAdministrator(AccountId id) {
        return jdbc.sql("SELECT COUNT(*) FROM account_role WHERE role = 'ADMIN' AND account_id = ?")
                        .param(id.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long othersThan(AccountId id) {
        return jdbc.sql("SELECT COUNT(*) FROM account_role r WHERE r.role = 'ADMIN' AND r.account_id <> ?"
                        + " AND NOT EXISTS (SELECT 1 FROM account_standing s WHERE s.account_id = r.account_id)")
                .param(id.toString())
                .query(Long.class)
                .single();
    }
}
