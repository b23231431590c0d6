package tidings.query.accounts;

import java.util.Locale;
import org.springframework.stereotype.Component;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountEvent;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Projection;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

@Component
final class AccountsProjection implements Projection {

    private static final String REGISTER = "INSERT INTO {account_view}"
            + " (account_id, seq, username, username_key, display_name, bot, deactivated, registered_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, FALSE, ?)";
    private static final String RENAME =
            "UPDATE {account_view} SET seq = GREATEST(seq, ?), display_name = ? WHERE account_id = ?";
    private static final String STANDING =
            "UPDATE {account_view} SET seq = GREATEST(seq, ?), deactivated = ? WHERE account_id = ?";
    private static final String DELETE = "UPDATE {account_view} SET seq = GREATEST(seq, ?), username = ?,"
            + " username_key = ?, display_name = ?, deactivated = TRUE WHERE account_id = ?";
    private static final String MOVE = "UPDATE {account_view} SET seq = GREATEST(seq, ?) WHERE account_id = ?";
    private static final String DELETED_NAME = "Deleted account";

    private final ViewStore store;

    AccountsProjection(ViewStore store) {
        this.store = store;
    }

    @Override
    public void apply(EventBatch batch, ViewTables tables) {
        Rows registered = new Rows();
        Rows renamed = new Rows();
        Rows standing = new Rows();
        Rows deleted = new Rows();
        Rows moved = new Rows();
        AccountWordRows words = new AccountWordRows();
        EndedSessionRows ended = new EndedSessionRows();
        for (RecordedEvent<AccountEvent> recorded : batch.of(AccountEvent.class)) {
            words.add(recorded);
            switch (recorded.event()) {
                case AccountEvent.AccountRegistered event ->
                    register(registered, recorded, event.username(), event.displayName(), event.bot());
                case AccountEvent.AccountImported event ->
                    register(registered, recorded, event.username(), event.displayName(), event.bot());
                case AccountEvent.ProfileChanged event ->
                    renamed.add(recorded.seq(), event.displayName(), BinaryId.of(recorded.streamId()));
                case AccountEvent.AccountDeactivated ignored ->
                    standing.add(recorded.seq(), true, BinaryId.of(recorded.streamId()));
                case AccountEvent.AccountReactivated ignored ->
                    standing.add(recorded.seq(), false, BinaryId.of(recorded.streamId()));
                case AccountEvent.AccountDeleted ignored -> delete(deleted, recorded);
                case AccountEvent.AuditedAct ignored -> moved.add(recorded.seq(), BinaryId.of(recorded.streamId()));
                case AccountEvent.SessionEnded event -> {
                    moved.add(recorded.seq(), BinaryId.of(recorded.streamId()));
                    ended.add(recorded, event);
                }
            }
        }
        // within a batch the later of two kinds must win: what is gone for good is written last
        store.send(registered, tables.sql(REGISTER));
        store.send(renamed, tables.sql(RENAME));
        store.send(standing, tables.sql(STANDING));
        store.send(deleted, tables.sql(DELETE));
        store.send(moved, tables.sql(MOVE));
        words.send(store, tables);
        ended.send(store, tables);
    }

    /** The row stays, so that messages keep an author; who it was is gone. */
    private static void delete(Rows into, RecordedEvent<AccountEvent> recorded) {
        String nameless = "deleted-" + recorded.streamId();
        into.add(recorded.seq(), nameless, nameless, DELETED_NAME, BinaryId.of(recorded.streamId()));
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
