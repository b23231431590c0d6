package tidings.command.session;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tidings.command.account.AccountCommand.EndSession;
import tidings.command.account.SignOut;
import tidings.command.background.BackgroundTask;
import tidings.command.background.BackgroundTasks;
import tidings.command.background.BackgroundTasks.Importance;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;
import tidings.command.session.SessionStore.Session;
import tidings.events.account.AccountId;

/**
 * Ends sessions: first in the table, from which moment their tokens are refused, then in the log, which closes their
 * sockets. What a crash or an outage cuts off between the two, it finds and completes within seconds.
 */
final class SessionEndings implements SignOut, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEndings.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
    private static final int SWEEP_LIMIT = 100;
    private static final int PURGE_LIMIT = 1_000;

    private final SessionStore store;
    private final Decisions decisions;
    private final BackgroundTask sweeper;

    SessionEndings(SessionStore store, Decisions decisions, BackgroundTasks tasks) {
        this.store = store;
        this.decisions = decisions;
        this.sweeper = tasks.every(SWEEP_EVERY, "session-sweeper", Importance.DEFERRABLE, this::sweep);
    }

    void end(Session session) {
        store.end(session);
        record(session);
    }

    @Override
    public void everywhere(AccountId accountId, @Nullable String spared) {
        List<Session> ending = spared == null ? store.liveOf(accountId) : store.liveBeside(accountId, spared);
        ending.forEach(this::end);
    }

    private void record(Session session) {
        Outcome outcome =
                decisions.outcome(session.accountId(), new EndSession(session.accountId(), session.sessionId()));
        boolean done = switch (outcome) {
            case Outcome.Accepted accepted -> true;
            // a token of an account that was never recorded: there is nobody to tell
            case Outcome.Rejected rejected -> rejected.code() == RejectionCode.NOT_FOUND;
        };
        if (done) {
            store.markRecorded(session.sessionId());
        }
    }

    private void sweep() {
        try {
            store.endedWithoutEvent(SWEEP_EVERY, SWEEP_LIMIT).forEach(this::record);
            store.purge(PURGE_LIMIT);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("the sessions' table is out of reach; trying again", e);
        }
    }

    @Override
    public void close() {
        sweeper.close();
    }
}
