package tidings.query.accounts;

import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountEvent;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Projection;
import tidings.query.projection.Rows;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

@Component
final class AccountsProjection implements Projection {

    private static final String REGISTER = "INSERT INTO {account_view}"
            + " (account_id, seq, username, username_key, display_name, bot, deactivated, registered_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, FALSE, ?)";
    private static final String MOVE = "UPDATE {account_view} SET seq = ? WHERE account_id = ?";

    private final JdbcTemplate jdbc;

    AccountsProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        registered.send(jdbc, tables.sql(REGISTER));
        moved.send(jdbc, tables.sql(MOVE));
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
