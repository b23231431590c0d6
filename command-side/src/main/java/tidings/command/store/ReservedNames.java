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

/**
 * Reservations in two tables, whose primary keys make sure that only one can have a name. A name is held by the channel
 * that bears it now, or that reserved it less than a minute ago.
 */
public final class ReservedNames implements ChannelNames {

    private static final Duration LAPSES_AFTER = Duration.ofMinutes(1);

    private static final String BEARS_IT = "SELECT 1 FROM channel"
            + " WHERE channel.channel_id = channel_name.channel_id AND channel.name = channel_name.name";
    private static final String IS_OPEN = "SELECT 1 FROM channel WHERE channel.channel_id = direct_channel.channel_id";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public ReservedNames(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public ChannelId reserveName(String name, ChannelId candidate) {
        return reserve("channel_name", "name", name, candidate, BEARS_IT);
    }

    @Override
    public ChannelId reserveDirect(Set<AccountId> people, ChannelId candidate) {
        List<String> sorted = people.stream().map(AccountId::toString).sorted().toList();
        byte[] hash = IdempotencyKeys.sha256().digest(String.join(",", sorted).getBytes(StandardCharsets.US_ASCII));
        return reserve("direct_channel", "people", hash, candidate, IS_OPEN);
    }

    private ChannelId reserve(String table, String column, Object key, ChannelId candidate, String held) {
        long now = clock.millis();
        int inserted = jdbc.update(
                "INSERT IGNORE INTO " + table + " (" + column + ", channel_id, reserved_at) VALUES (?,?,?)",
                key,
                candidate.toString(),
                now);
        if (inserted == 0) {
            takeOverIfLapsed(table, column, key, candidate, now, held);
        }
        return ChannelId.parse(
                jdbc.queryForList("SELECT channel_id FROM " + table + " WHERE " + column + " = ?", String.class, key)
                        .getFirst());
    }

    /** The candidate's own reservation begins anew. */
    private void takeOverIfLapsed(String table, String column, Object key, ChannelId candidate, long now, String held) {
        jdbc.update(
                "UPDATE " + table + " SET channel_id = ?, reserved_at = ? WHERE " + column
                        + " = ? AND (channel_id = ? OR (reserved_at < ? AND NOT EXISTS (" + held + ")))",
                candidate.toString(),
                now,
                key,
                candidate.toString(),
                now - LAPSES_AFTER.toMillis());
    }
}
