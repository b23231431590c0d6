package tidings.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a batch of appends in one transaction. Where one member stands in the way of all (somebody else appended to its
 * stream, its message is already there, a row that it writes is locked), nothing of that transaction stays: the members
 * are written again in smaller transactions, so that only those fail that have to, and each of them as a whole (ADR-0007).
 */
final class BatchWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
    private static final int DUPLICATE_ENTRY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int MAX_DEADLOCKS = 3;
    /** Members of one batch that may wait for locked rows in vain, a second each, while everybody behind them waits. */
    private static final int MAX_LOCK_WAITS = 3;

    private static final String CONNECTION_EXCEPTION = "08";
    private static final int VALIDATION_SECONDS = 1;

    private final DataSource dataSource;
    private final List<InlineProjection> projections;

    /**
     * What became of a batch.
     *
     * @param results of its members, in their order
     * @param events what is durable now, in the log's order; perhaps without those whose places are not known
     */
    record Written(List<AppendResult> results, List<Committed> events) {}

    /**
     * Writes through connections of this source.
     *
     * @param dataSource with auto-commit off, and time-outs on everything
     * @param projections write in the transactions of the events
     */
    BatchWriter(DataSource dataSource, List<InlineProjection> projections) {
        this.dataSource = dataSource;
        this.projections = List.copyOf(projections);
    }

    /** Uses the connection for nothing, so that the server does not end it for its idleness. */
    void stayConnected() {
        try (Connection connection = dataSource.getConnection()) {
            connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException e) {
            LOG.debug("the database cannot be reached", e);
        }
    }

    /** Commits; what cannot be is left out. Of each append all rows are durable afterwards, or none. */
    Written write(List<Append> batch) {
        Attempt attempt = new Attempt(batch);
        attempt.write(0, batch.size());
        return new Written(List.of(attempt.results), attempt.events);
    }

    /** One batch on its way: first as a whole, then what is left of it in parts. */
    private final class Attempt {

        private final List<Append> batch;
        private final AppendResult[] results;
        private final List<Committed> events = new ArrayList<>();
        private int lockWaits;
        private boolean outOfReach;

        Attempt(List<Append> batch) {
            this.batch = batch;
            this.results = new AppendResult[batch.size()];
        }

        void write(int from, int to) {
            Failure failure = outOfReach || lockWaits >= MAX_LOCK_WAITS
                    ? new Failure(AppendResult.UNAVAILABLE, false)
                    : together(from, to);
            if (failure == null) {
                return;
            }
            if (to - from == 1 || failure.ofAll()) {
                fail(from, to, failure.result());
            } else if (failure.result() == AppendResult.CONFLICT) {
                int middle = (from + to) >>> 1;
                write(from, middle);
                write(middle, to);
            } else {
                // each half would wait for the same locked row again: its member alone waits for it once more
                for (int member = from; member < to; member++) {
                    write(member, member + 1);
                }
            }
        }

        /** Answers null when all that can be of these members is durable. */
        private @Nullable Failure together(int from, int to) {
            List<Append> sound = sound(from, to);
            if (sound.isEmpty()) {
                return null;
            }
            for (int deadlocks = 0; ; deadlocks++) {
                try {
                    events.addAll(transaction(sound));
                    succeed(from, to);
                    return null;
                } catch (SQLException e) {
                    if (e.getErrorCode() != DEADLOCK || deadlocks == MAX_DEADLOCKS) {
                        return failure(sound, e);
                    }
                } catch (RuntimeException e) {
                    return failure(sound, e);
                }
            }
        }

        /** Without those that were decided upon a member that failed. */
        private List<Append> sound(int from, int to) {
            List<Append> sound = new ArrayList<>();
            for (int member = from; member < to; member++) {
                Append append = batch.get(member);
                if (append.chain().isCondemned()) {
                    results[member] = AppendResult.CONFLICT;
                } else {
                    sound.add(append);
                }
            }
            return sound;
        }

        private void succeed(int from, int to) {
            for (int member = from; member < to; member++) {
                if (results[member] == null) {
                    results[member] = AppendResult.DURABLE;
                }
            }
        }

        private void fail(int from, int to, AppendResult result) {
            for (int member = from; member < to; member++) {
                if (results[member] == null) {
                    results[member] = result;
                    batch.get(member).chain().condemn();
                }
            }
        }

        private Failure failure(List<Append> appends, Exception e) {
            int code = e instanceof SQLException sql ? sql.getErrorCode() : 0;
            if (code == DUPLICATE_ENTRY || code == DEADLOCK) {
                return new Failure(AppendResult.CONFLICT, false);
            }
            if (e instanceof SQLException sql && isOutOfReach(sql)) {
                LOG.warn("{} appends could not be committed: {}", appends.size(), e.toString());
                outOfReach = true;
                return new Failure(AppendResult.UNAVAILABLE, true);
            }
            if (appends.size() == 1) {
                lockWaits += code == LOCK_WAIT_TIMEOUT ? 1 : 0;
                LOG.warn(
                        "an append to {} could not be written",
                        appends.getFirst().streamId(),
                        e);
            }
            return new Failure(AppendResult.UNAVAILABLE, false);
        }
    }

    /** @param ofAll whether no part of these members would fare better */
    private record Failure(AppendResult result, boolean ofAll) {}

    private List<Committed> transaction(List<Append> appends) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<AppendedEvent> events = new ArrayList<>();
            appends.forEach(append -> events.addAll(append.events()));
            List<Long> indices;
            try {
                indices = EventTable.insert(connection, events);
                for (InlineProjection projection : projections) {
                    projection.project(connection, events);
                }
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
            connection.commit();
            return committed(events, indices);
        }
    }

    private static List<Committed> committed(List<AppendedEvent> events, List<Long> indices) {
        List<Committed> committed = new ArrayList<>(events.size());
        for (int i = 0; i < events.size() && indices.size() == events.size(); i++) {
            committed.add(new Committed(indices.get(i), events.get(i).message()));
        }
        return committed;
    }

    /** The server is not there, or what it did last is not known: the connection broke, or none is to be had. */
    private static boolean isOutOfReach(SQLException e) {
        String state = e.getSQLState();
        return e.getErrorCode() == 0 || (state != null && state.startsWith(CONNECTION_EXCEPTION));
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
