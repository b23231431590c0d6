package tidings.query.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountEvent;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** By which words the accounts of one batch are found; sent after the accounts themselves. */
final class AccountWordRows {

    private static final String ADD =
            "INSERT INTO {account_word} (deactivated, word, account_id, from_name) VALUES (FALSE, ?, ?, ?)";
    private static final String FORGET_NAME = "DELETE FROM {account_word} WHERE account_id = ? AND from_name = TRUE";
    private static final String ADD_NAME = "INSERT INTO {account_word} (deactivated, word, account_id, from_name)"
            + " SELECT deactivated, ?, account_id, TRUE FROM {account_view} WHERE account_id = ?";
    private static final String STANDING = "UPDATE {account_word} SET deactivated = ? WHERE account_id = ?";
    private static final String DELETE = "DELETE FROM {account_word} WHERE account_id = ?";

    private final Rows registered = new Rows();
    private final Map<UUID, String> names = new LinkedHashMap<>();
    private final Rows standing = new Rows();
    private final Rows deleted = new Rows();

    void add(RecordedEvent<AccountEvent> recorded) {
        UUID account = recorded.streamId();
        switch (recorded.event()) {
            case AccountEvent.AccountRegistered event -> register(account, event.username(), event.displayName());
            case AccountEvent.AccountImported event -> register(account, event.username(), event.displayName());
            case AccountEvent.ProfileChanged event -> names.put(account, event.displayName());
            case AccountEvent.AccountDeactivated ignored -> standing.add(true, BinaryId.of(account));
            case AccountEvent.AccountReactivated ignored -> standing.add(false, BinaryId.of(account));
            case AccountEvent.AccountDeleted ignored -> deleted.add(BinaryId.of(account));
            case AccountEvent.AuditedAct ignored -> {}
            case AccountEvent.SessionEnded ignored -> {}
        }
    }

    private void register(UUID account, String username, String displayName) {
        AccountWords.ofName(username).forEach(word -> registered.add(word, BinaryId.of(account), false));
        AccountWords.ofName(displayName).forEach(word -> registered.add(word, BinaryId.of(account), true));
    }

    void send(ViewStore store, ViewTables tables) {
        Rows forgotten = new Rows();
        Rows renamed = new Rows();
        names.forEach((account, name) -> {
            forgotten.add(BinaryId.of(account));
            AccountWords.ofName(name).forEach(word -> renamed.add(word, BinaryId.of(account)));
        });
        store.send(registered, tables.sql(ADD));
        store.send(forgotten, tables.sql(FORGET_NAME));
        store.send(renamed, tables.sql(ADD_NAME));
        store.send(standing, tables.sql(STANDING));
        store.send(deleted, tables.sql(DELETE));
    }
}
