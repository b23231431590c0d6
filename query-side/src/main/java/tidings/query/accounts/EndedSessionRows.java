package tidings.query.accounts;

import tidings.events.RecordedEvent;
import tidings.events.account.AccountEvent;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** Ended sessions of one batch. What it forgets is older than any token: the events' own time decides, no clock. */
final class EndedSessionRows {

    private static final long LONGER_THAN_ANY_TOKEN_MILLIS = 24 * 60 * 60 * 1_000L;
    private static final String END = "INSERT INTO {ended_session} (account_id, session_id, ended_at) VALUES (?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE ended_at = VALUES(ended_at)";
    private static final String FORGET = "DELETE FROM {ended_session} WHERE ended_at < ?";

    private final Rows ended = new Rows();
    private long latest = Long.MIN_VALUE;

    void add(RecordedEvent<AccountEvent> recorded, AccountEvent.SessionEnded event) {
        long at = recorded.at().toEpochMilli();
        ended.add(BinaryId.of(recorded.streamId()), event.sessionId(), at);
        latest = Math.max(latest, at);
    }

    void send(ViewStore store, ViewTables tables) {
        if (latest != Long.MIN_VALUE) {
            Rows old = new Rows();
            old.add(latest - LONGER_THAN_ANY_TOKEN_MILLIS);
            store.send(ended, tables.sql(END));
            store.send(old, tables.sql(FORGET));
        }
    }
}
