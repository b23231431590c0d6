package tidings.command.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.channel.ChannelNames;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Reservations in two tables, whose primary keys make sure that only one can have a name. */
public final class ReservedNames implements ChannelNames {

    private static final Duration LAPSES_AFTER = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public ReservedNames(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public ChannelId reserveName(String name, ChannelId candidate) {
        return reserve("channel_name", "name", name, candidate);
    }

    @Override
    public ChannelId reserveDirect(Set<AccountId> people, ChannelId candidate) {
        List<String> sorted = people.stream().map(AccountId::toString).sorted().toList();
        byte[] hash = IdempotencyKeys.sha256().digest(String.join(",", sorted).getBytes(StandardCharsets.US_ASCII));
        return reserve("direct_channel", "people", hash, candidate);
    }

    private ChannelId reserve(String table, String column, Object key, ChannelId candidate) {
        long now = clock.millis();
        int inserted = jdbc.update(
                "INSERT IGNORE INTO " + table + " (" + column + ", channel_id, reserved_at) VALUES (?,?,?)",
                key,
                candidate.toString(),
                now);
        if (inserted == 0) {
            takeOverIfLapsed(table, column, key, candidate, now);
        }
        return ChannelId.parse(
                jdbc.queryForList("SELECT channel_id FROM " + table + " WHERE " + column + " = ?", String.class, key)
                        .getFirst());
    }

    private void takeOverIfLapsed(String table, String column, Object key, ChannelId candidate, long now) {
        jdbc.update(
                "UPDATE " + table + " SET channel_id = ?, reserved_at = ? WHERE " + column
                        + " = ? AND reserved_at < ? AND NOT EXISTS (SELECT 1 FROM domain_event_entry"
                        + " WHERE aggregate_identifier = " + table + ".channel_id AND sequence_number = 0)",
                candidate.toString(),
                now,
                key,
                now - LAPSES_AFTER.toMillis());
    }
}
