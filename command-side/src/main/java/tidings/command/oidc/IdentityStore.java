package tidings.command.oidc;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.events.account.AccountId;

/** Whose account somebody of a provider has: by issuer and subject, and by nothing that can change hands. */
final class IdentityStore {

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param recorded whether the account's first event is known to be in the log */
    record Identity(AccountId accountId, boolean recorded) {}

    /** The identity; one who has none gets the candidate. Of concurrent calls, on any nodes, all get the same. */
    Identity claim(ProviderPerson person, AccountId candidate) {
        return find(person).orElseGet(() -> {
            jdbc.sql("INSERT IGNORE INTO oidc_identity (issuer, subject, account_id, recorded, created_at)"
                            + " VALUES (?, ?, ?, FALSE, UTC_TIMESTAMP(3))")
                    .params(person.issuer(), person.subject(), candidate.toString())
                    .update();
            return find(person).orElseThrow();
        });
    }

    private Optional<Identity> find(ProviderPerson person) {
        return jdbc.sql("SELECT account_id, recorded FROM oidc_identity WHERE issuer = ? AND subject = ?")
                .params(person.issuer(), person.subject())
                .query((row, n) -> new Identity(AccountId.parse(row.getString(1)), row.getBoolean(2)))
                .optional();
    }

    void markRecorded(AccountId accountId) {
        jdbc.sql("UPDATE oidc_identity SET recorded = TRUE WHERE account_id = ?")
                .param(accountId.toString())
                .update();
    }
}
