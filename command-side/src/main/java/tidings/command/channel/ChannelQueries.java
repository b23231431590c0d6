package tidings.command.channel;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.eventstore.LogQueries;
import tidings.command.eventstore.LoggedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/**
 * What channels are by the log and by what was written with it: whatever was acknowledged is here. All methods block on the
 * database.
 */
public final class ChannelQueries {

    /** Where the stream of an unknown channel ends. */
    public static final long NO_EVENTS = -1;

    /**
     * One step into the index from its end. {@code MAX} in its place walks through the whole stream, and so does an
     * order by the seq alone, which MySQL 8.0 sorts.
     */
    private static final String HEAD_OF = "(SELECT e.sequence_number FROM domain_event_entry e"
            + " WHERE e.aggregate_identifier = %s"
            + " ORDER BY e.aggregate_identifier DESC, e.sequence_number DESC LIMIT 1)";

    private final JdbcTemplate jdbc;
    private final LogQueries log;
    private final DeletedTexts deletedTexts;

    public ChannelQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.log = new LogQueries(jdbc);
        this.deletedTexts = new DeletedTexts(new MessageLogQueries(jdbc)::deletedAmong);
    }

    /**
     * The events after a seq, in order, without the text of messages that are deleted by now; fewer than {@code limit} also
     * where a page would be over 3 MB.
     */
    public List<LoggedEvent> readChannel(ChannelId channelId, long afterSeq, int limit) {
        return deletedTexts.mask(log.readStream(Channel.class.getSimpleName(), channelId.toString(), afterSeq, limit));
    }

    /** The last seq of each channel; unknown ones are left out. */
    public Map<ChannelId, Long> heads(Collection<ChannelId> channelIds) {
        Map<ChannelId, Long> heads = new HashMap<>();
        if (channelIds.isEmpty()) {
            return heads;
        }
        jdbc.query(
                "SELECT c.channel_id, " + HEAD_OF.formatted("c.channel_id") + " FROM channel c WHERE c.channel_id IN ("
                        + String.join(",", Collections.nCopies(channelIds.size(), "?")) + ")",
                (ResultSet row) -> {
                    heads.put(ChannelId.parse(row.getString(1)), row.getLong(2));
                },
                channelIds.stream().map(ChannelId::toString).toArray());
        return heads;
    }

    public long head(ChannelId channelId) {
        return heads(List.of(channelId)).getOrDefault(channelId, NO_EVENTS);
    }

    /** The channels of which an account is a member. */
    public Map<ChannelId, OwnChannel> memberships(AccountId accountId) {
        Map<ChannelId, OwnChannel> channels = new HashMap<>();
        jdbc.query(
                "SELECT m.channel_id, " + HEAD_OF.formatted("m.channel_id") + ", m.joined_seq"
                        + " FROM membership m WHERE m.account_id = ?",
                (ResultSet row) -> {
                    channels.put(ChannelId.parse(row.getString(1)), new OwnChannel(row.getLong(2), row.getLong(3)));
                },
                accountId.toString());
        return channels;
    }

    /** The event by which a member joined, the last time; {@link #NO_EVENTS} for who is no member. */
    public long joinedSeq(AccountId accountId, ChannelId channelId) {
        return jdbc
                .queryForList(
                        "SELECT joined_seq FROM membership WHERE channel_id = ? AND account_id = ?",
                        Long.class,
                        channelId.toString(),
                        accountId.toString())
                .stream()
                .findFirst()
                .orElse(NO_EVENTS);
    }

    public Optional<Role> role(AccountId accountId, ChannelId channelId) {
        return jdbc
                .query(
                        "SELECT role FROM membership WHERE channel_id = ? AND account_id = ?",
                        (row, n) -> Role.valueOf(row.getString(1)),
                        channelId.toString(),
                        accountId.toString())
                .stream()
                .findFirst();
    }

    /** Empty when there is no such channel. */
    public Optional<Visibility> visibility(ChannelId channelId) {
        return jdbc
                .query(
                        "SELECT visibility FROM channel WHERE channel_id = ?",
                        (row, n) -> Visibility.valueOf(row.getString(1)),
                        channelId.toString())
                .stream()
                .findFirst();
    }

    /** Whether an account may not even read what others may. */
    public boolean isBanned(AccountId accountId, ChannelId channelId) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM ban WHERE channel_id = ? AND account_id = ?",
                        Integer.class,
                        channelId.toString(),
                        accountId.toString())
                .isEmpty();
    }
}
