package tidings.command.channel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.text.Skeleton;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * Reservations in two tables, whose keys make sure that only one can have a name, or one that looks like it. A name is
 * held by the channel that bears it now, or that reserved it less than a minute ago. Names from before look-alikes were
 * told stay with their channels: only the first of them has its skeleton in the table.
 */
public final class ChannelNameStore implements ChannelNames {

    private static final Duration LAPSES_AFTER = Duration.ofMinutes(1);

    private static final String BEARS_IT = "SELECT 1 FROM channel"
            + " WHERE channel.channel_id = channel_name.channel_id AND channel.name = channel_name.name";
    private static final String IS_OPEN = "SELECT 1 FROM channel WHERE channel.channel_id = direct_channel.channel_id";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public ChannelNameStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row that stands for the name, or for one that looks like it. */
    private record Holding(String name, ChannelId holder, boolean lapsed) {}

    @Override
    public ChannelId reserveName(String name, ChannelId candidate) {
        byte[] skeleton = Skeleton.hashOf(name);
        long now = clock.millis();
        if (insert(name, skeleton, candidate, now)) {
            return candidate;
        }
        boolean freed = false;
        for (Holding holding : holdings(name, skeleton, now)) {
            if (holding.holder().equals(candidate)) {
                renew(holding, name, now);
            } else if (holding.lapsed()) {
                freed |= delete(holding, now);
            }
        }
        if (freed) {
            insert(name, skeleton, candidate, now);
        }
        // the name's own row, if there is one, comes first
        return holdings(name, skeleton, now).stream()
                .findFirst()
                .map(Holding::holder)
                .orElseGet(() -> reserveName(name, candidate));
    }

    private List<Holding> holdings(String name, byte[] skeleton, long now) {
        return jdbc.query(
                "SELECT name, channel_id, reserved_at < ? AND NOT EXISTS (" + BEARS_IT + ") FROM channel_name"
                        + " WHERE name = ? OR skeleton = ? ORDER BY name <> ?",
                (row, n) -> new Holding(row.getString(1), ChannelId.parse(row.getString(2)), row.getBoolean(3)),
                now - LAPSES_AFTER.toMillis(),
                name,
                skeleton,
                name);
    }

    private boolean insert(String name, byte[] skeleton, ChannelId candidate, long now) {
        int inserted = jdbc.update(
                "INSERT IGNORE INTO channel_name (name, skeleton, channel_id, reserved_at) VALUES (?,?,?,?)",
                name,
                skeleton,
                candidate.toString(),
                now);
        return inserted == 1;
    }

    /** The candidate's own reservation begins anew, also under another name that looks the same. */
    private void renew(Holding own, String name, long now) {
        jdbc.update(
                "UPDATE IGNORE channel_name SET name = ?, reserved_at = ? WHERE name = ? AND channel_id = ?",
                name,
                now,
                own.name(),
                own.holder().toString());
    }

    private boolean delete(Holding lapsed, long now) {
        int deleted = jdbc.update(
                "DELETE FROM channel_name WHERE name = ? AND reserved_at < ? AND NOT EXISTS (" + BEARS_IT + ")",
                lapsed.name(),
                now - LAPSES_AFTER.toMillis());
        return deleted == 1;
    }

    @Override
    public ChannelId reserveDirect(Set<AccountId> people, ChannelId candidate) {
        List<String> sorted = people.stream().map(AccountId::toString).sorted().toList();
        byte[] hash = IdempotencyKeys.sha256().digest(String.join(",", sorted).getBytes(StandardCharsets.US_ASCII));
        long now = clock.millis();
        int inserted = jdbc.update(
                "INSERT IGNORE INTO direct_channel (people, channel_id, reserved_at) VALUES (?,?,?)",
                hash,
                candidate.toString(),
                now);
        if (inserted == 0) {
            takeOverIfLapsed(hash, candidate, now);
        }
        return ChannelId.parse(
                jdbc.queryForList("SELECT channel_id FROM direct_channel WHERE people = ?", String.class, hash)
                        .getFirst());
    }

    /** The candidate's own reservation begins anew. */
    private void takeOverIfLapsed(byte[] people, ChannelId candidate, long now) {
        jdbc.update(
                "UPDATE direct_channel SET channel_id = ?, reserved_at = ?"
                        + " WHERE people = ? AND (channel_id = ? OR (reserved_at < ? AND NOT EXISTS (" + IS_OPEN
                        + ")))",
                candidate.toString(),
                now,
                people,
                candidate.toString(),
                now - LAPSES_AFTER.toMillis());
    }
}
