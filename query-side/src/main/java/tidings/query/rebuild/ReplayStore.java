package tidings.query.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.query.views.BinaryId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Replays and their one lease: at most one replay runs in all nodes, and one whose node died ends with its lease. */
@Component
final class ReplayStore {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final TypeReference<List<DigestQueries.Comparison>> DIGESTS = new TypeReference<>() {};
    private static final int MESSAGE_LENGTH = 1_000;
    /** A replay that has not been heard of for so long has ended with its node. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ReplayStore(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    /** Takes the lease; answers false when another replay has it. */
    boolean begin(UUID id) {
        long now = clock.millis();
        int taken = jdbc.update(
                "UPDATE replay_lease SET replay_id = ?, expires_at = ? WHERE name = 'views' AND expires_at <= ?",
                BinaryId.of(id),
                now + LEASE.toMillis(),
                now);
        if (taken == 1) {
            jdbc.update(
                    "INSERT INTO replay (replay_id, state, events, total, started_at, heartbeat_at)"
                            + " VALUES (?, 'RUNNING', 0, 0, ?, ?)",
                    BinaryId.of(id),
                    now,
                    now);
        }
        return taken == 1;
    }

    /** Says that the replay lives; answers whether the lease is still its own. */
    boolean renew(UUID id) {
        long now = clock.millis();
        jdbc.update("UPDATE replay SET heartbeat_at = ? WHERE replay_id = ?", now, BinaryId.of(id));
        return jdbc.update(
                        "UPDATE replay_lease SET expires_at = ? WHERE name = 'views' AND replay_id = ?",
                        now + LEASE.toMillis(),
                        BinaryId.of(id))
                == 1;
    }

    /** Replays that may still be at work, whoever has the lease. */
    List<UUID> living() {
        return jdbc.query(
                "SELECT replay_id FROM replay WHERE state = 'RUNNING' AND heartbeat_at > ?",
                (row, number) -> BinaryId.read(row.getBytes(1)),
                clock.millis() - SILENCE.toMillis());
    }

    /**
     * Goes on only as long as it may.
     *
     * @throws ReplayEndedException when the replay was cancelled, or another one has the lease
     */
    void insist(UUID id) {
        insist(id, "");
    }

    private void insist(UUID id, String lock) {
        List<byte[]> holders = jdbc.query(
                "SELECT replay_id FROM replay_lease WHERE name = 'views'" + lock, (row, number) -> row.getBytes(1));
        if (holders.isEmpty()
                || holders.getFirst() == null
                || !BinaryId.read(holders.getFirst()).equals(id)) {
            throw new ReplayEndedException(ReplayStatus.State.FAILED, "another replay has taken over");
        }
        Boolean cancelled =
                jdbc.queryForObject("SELECT cancelled FROM replay WHERE replay_id = ?", Boolean.class, BinaryId.of(id));
        if (Boolean.TRUE.equals(cancelled)) {
            throw new ReplayEndedException(ReplayStatus.State.CANCELLED, "cancelled");
        }
    }

    /** Does something while no other node can take the lease; throws as {@link #insist} does, before it is done. */
    void whileHolding(UUID id, Runnable action) {
        transaction.executeWithoutResult(ignored -> {
            insist(id, " FOR UPDATE");
            aside.executeWithoutResult(alsoIgnored -> action.run());
        });
    }

    /** Asks a replay to stop; one whose node has gone ends at once. Answers false when it is not running. */
    boolean cancel(UUID id) {
        Optional<ReplayStatus> status = find(id);
        boolean running = jdbc.update(
                        "UPDATE replay SET cancelled = TRUE WHERE replay_id = ? AND state = 'RUNNING'", BinaryId.of(id))
                == 1;
        if (running && status.isPresent() && status.get().state() != ReplayStatus.State.RUNNING) {
            end(id, ReplayStatus.State.CANCELLED, List.of(), "cancelled after its node had gone");
        }
        return running;
    }

    /** The replay that runs, or else the last one that ran. */
    Optional<ReplayStatus> latest() {
        return jdbc
                .query(
                        "SELECT replay_id FROM replay ORDER BY started_at DESC LIMIT 1",
                        (row, number) -> BinaryId.read(row.getBytes(1)))
                .stream()
                .findFirst()
                .flatMap(this::find);
    }

    void progress(UUID id, long events, long total, long parked) {
        jdbc.update(
                "UPDATE replay SET events = ?, total = ?, parked = ? WHERE replay_id = ?",
                events,
                Math.max(events, total),
                parked,
                BinaryId.of(id));
    }

    void end(UUID id, ReplayStatus.State state, List<DigestQueries.Comparison> digests, @Nullable String message) {
        jdbc.update(
                "UPDATE replay SET state = ?, digests = ?, message = ?, finished_at = ? WHERE replay_id = ?",
                state.name(),
                json.writeValueAsString(digests),
                message == null ? null : message.substring(0, Math.min(message.length(), MESSAGE_LENGTH)),
                clock.millis(),
                BinaryId.of(id));
        jdbc.update(
                "UPDATE replay_lease SET expires_at = 0, replay_id = NULL WHERE name = 'views' AND replay_id = ?",
                BinaryId.of(id));
    }

    Optional<ReplayStatus> find(UUID id) {
        return jdbc
                .query(
                        "SELECT r.state, r.events, r.total, r.digests, r.message, l.expires_at, r.parked FROM replay r"
                                + " LEFT JOIN replay_lease l ON l.replay_id = r.replay_id WHERE r.replay_id = ?",
                        (row, number) -> {
                            ReplayStatus.State state = ReplayStatus.State.valueOf(row.getString(1));
                            boolean lost = state == ReplayStatus.State.RUNNING && row.getLong(6) <= clock.millis();
                            String digests = row.getString(4);
                            return new ReplayStatus(
                                    id,
                                    lost ? ReplayStatus.State.FAILED : state,
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(7),
                                    digests == null ? List.of() : json.readValue(digests, DIGESTS),
                                    lost ? "its node has gone" : row.getString(5));
                        },
                        BinaryId.of(id))
                .stream()
                .findFirst();
    }
}
