package tidings.query.accounts;

import java.util.Locale;
import org.springframework.stereotype.Component;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountEvent;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewFold;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

@Component
final class AccountsProjection implements ViewFold {

    private static final String REGISTER = "INSERT INTO {account_view}"
            + " (account_id, seq, username, username_key, display_name, bot, deactivated, registered_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, FALSE, ?)";
    private static final String MOVE = "UPDATE {account_view} SET seq = ? WHERE account_id = ?";

    private final ViewStore store;

    AccountsProjection(ViewStore store) {
        this.store = store;
    }

    @Override
    public void apply(EventBatch batch, ViewTables tables) {
        Rows registered = new Rows();
        Rows moved = new Rows();
        for (RecordedEvent<AccountEvent> recorded : batch.of(AccountEvent.class)) {
            switch (recorded.event()) {
                case AccountEvent.AccountRegistered event ->
                    register(registered, recorded, event.username(), event.displayName(), event.bot());
                case AccountEvent.AccountImported event ->
                    register(registered, recorded, event.username(), event.displayName(), event.bot());
                case AccountEvent.SessionEnded ignored -> moved.add(recorded.seq(), BinaryId.of(recorded.streamId()));
            }
        }
        store.send(registered, tables.sql(REGISTER));
        store.send(moved, tables.sql(MOVE));
    }

    private static void register(
            Rows into, RecordedEvent<AccountEvent> recorded, String username, String displayName, boolean bot) {
        into.add(
                BinaryId.of(recorded.streamId()),
                recorded.seq(),
                username,
                username.toLowerCase(Locale.ROOT),
                displayName,
                bot,
                recorded.at().toEpochMilli());
    }
}
