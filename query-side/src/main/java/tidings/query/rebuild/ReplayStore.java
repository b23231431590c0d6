package tidings.query.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.query.views.BinaryId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Replays and their one lease: at most one replay runs in all nodes, and one whose node died ends with its lease. */
@Component
final class ReplayStore {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final TypeReference<List<DigestQueries.Comparison>> DIGESTS = new TypeReference<>() {};
    private static final int MESSAGE_LENGTH = 1_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ReplayStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
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
                    "INSERT INTO replay (replay_id, state, events, total, started_at) VALUES (?, 'RUNNING', 0, 0, ?)",
                    BinaryId.of(id),
                    now);
        }
        return taken == 1;
    }

    void renew(UUID id) {
        jdbc.update(
                "UPDATE replay_lease SET expires_at = ? WHERE name = 'views' AND replay_id = ?",
                clock.millis() + LEASE.toMillis(),
                BinaryId.of(id));
    }

    /** Whether the lease is still this replay's. */
    boolean holds(UUID id) {
        Long held = jdbc.queryForObject(
                "SELECT COUNT(*) FROM replay_lease WHERE name = 'views' AND replay_id = ?",
                Long.class,
                BinaryId.of(id));
        return held != null && held == 1;
    }

    void progress(UUID id, long events, long total) {
        jdbc.update(
                "UPDATE replay SET events = ?, total = ? WHERE replay_id = ?",
                events,
                Math.max(events, total),
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
                        "SELECT r.state, r.events, r.total, r.digests, r.message, l.expires_at FROM replay r"
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
                                    digests == null ? List.of() : json.readValue(digests, DIGESTS),
                                    lost ? "its node has gone" : row.getString(5));
                        },
                        BinaryId.of(id))
                .stream()
                .findFirst();
    }
}
