package tidings.command.totp;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.secret.OpaqueToken;
import tidings.events.account.AccountId;

/** Sealed secrets and digests of recovery codes. */
final class SecondFactorStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SecondFactorStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    record Factor(byte[] sealed, boolean confirmed) {}

    Optional<Factor> find(AccountId accountId) {
        return jdbc.sql("SELECT sealed, confirmed FROM second_factor WHERE account_id = ?")
                .param(accountId.toString())
                .query((row, n) -> new Factor(row.getBytes(1), row.getBoolean(2)))
                .optional();
    }

    /** Replaces an attempt that was never confirmed; false when one is confirmed. */
    boolean begin(AccountId accountId, byte[] sealed) {
        return jdbc.sql("INSERT INTO second_factor (account_id, sealed, confirmed, last_step) VALUES (?, ?, FALSE, 0)"
                                + " ON DUPLICATE KEY UPDATE sealed = IF(confirmed, sealed, VALUES(sealed))")
                        .params(accountId.toString(), sealed)
                        .update()
                > 0;
    }

    void confirm(AccountId accountId, List<OpaqueToken> recoveryCodes) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE second_factor SET confirmed = TRUE WHERE account_id = ?")
                    .param(accountId.toString())
                    .update();
            forgetCodes(accountId);
            recoveryCodes.forEach(code -> jdbc.sql("INSERT INTO recovery_code (account_id, code_hash) VALUES (?, ?)")
                    .params(accountId.toString(), code.hash())
                    .update());
        });
    }

    /** Uses a time step up; false when it, or a later one, was used before. Of many attempts at once, on any nodes, one gets it. */
    boolean useStep(AccountId accountId, long step) {
        return jdbc.sql("UPDATE second_factor SET last_step = ? WHERE account_id = ? AND last_step < ?")
                        .params(step, accountId.toString(), step)
                        .update()
                == 1;
    }

    boolean useRecoveryCode(AccountId accountId, OpaqueToken code) {
        return jdbc.sql("DELETE FROM recovery_code WHERE account_id = ? AND code_hash = ?")
                        .params(accountId.toString(), code.hash())
                        .update()
                == 1;
    }

    void remove(AccountId accountId) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM second_factor WHERE account_id = ?")
                    .param(accountId.toString())
                    .update();
            forgetCodes(accountId);
        });
    }

    private void forgetCodes(AccountId accountId) {
        jdbc.sql("DELETE FROM recovery_code WHERE account_id = ?")
                .param(accountId.toString())
                .update();
    }
}
