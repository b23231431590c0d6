package tidings.query.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Forwarded;
import tidings.events.channel.MessageId;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/** Messages by place: every page is a range of the primary key, whatever its depth. */
@Component
public final class TimelineQueries {

    private static final String COLUMNS =
            "v.message_id, v.channel_id, v.seq, v.author_id, v.body, v.created_at, v.edited_at,"
                    + " v.deleted_at, v.reply_to, v.reply_count, COALESCE(v.thread_root, v.reply_to), v.mentions,"
                    + " v.forwarded_channel_id, v.forwarded_message_id, v.forwarded_author_id";
    static final String SELECT = "SELECT " + COLUMNS + " FROM message_view v";

    private final JdbcTemplate jdbc;

    TimelineQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which messages: all of a channel, or the replies to one of its messages.
     *
     * @param replyTo null for all
     */
    public record Scope(ChannelId channelId, @Nullable MessageId replyTo) {}

    /** The first messages whose seq lies strictly between two; in order. */
    public List<MessageView> first(Scope scope, long after, long before, int limit) {
        return range(scope, after, before, "v.seq", limit);
    }

    /** The last messages whose seq lies strictly between two; in order. */
    public List<MessageView> last(Scope scope, long after, long before, int limit) {
        return range(scope, after, before, "v.seq DESC", limit).reversed();
    }

    /** Whether any message lies strictly between two seqs. */
    public boolean any(Scope scope, long after, long before) {
        return !range(scope, after, before, "v.seq", 1).isEmpty();
    }

    private List<MessageView> range(Scope scope, long after, long before, String order, int limit) {
        byte[] channel = BinaryId.of(scope.channelId().value());
        MessageId parent = scope.replyTo();
        String tail = " AND v.seq > ? AND v.seq < ? ORDER BY " + order + " LIMIT ?";
        return parent == null
                ? jdbc.query(
                        SELECT + " WHERE v.channel_id = ?" + tail, TimelineQueries::read, channel, after, before, limit)
                : jdbc.query(
                        SELECT + " FORCE INDEX (message_replies) WHERE v.channel_id = ? AND v.reply_to = ?" + tail,
                        TimelineQueries::read,
                        channel,
                        BinaryId.of(parent.value()),
                        after,
                        before,
                        limit);
    }

    /** A message in a channel that the asker may read. */
    public Optional<MessageView> readable(AccountId viewer, MessageId id) {
        return jdbc
                .query(
                        SELECT + " JOIN channel_view c ON c.channel_id = v.channel_id"
                                + " WHERE v.message_id = ? AND (c.visibility = 'PUBLIC' OR EXISTS (SELECT 1"
                                + " FROM membership_view m WHERE m.channel_id = v.channel_id AND m.account_id = ?))"
                                + " AND NOT EXISTS (SELECT 1 FROM ban_view b"
                                + " WHERE b.channel_id = v.channel_id AND b.account_id = ?)",
                        TimelineQueries::read,
                        BinaryId.of(id.value()),
                        BinaryId.of(viewer.value()),
                        BinaryId.of(viewer.value()))
                .stream()
                .findFirst();
    }

    /** Messages of one or several channels that the caller has already been let into. */
    public Map<MessageId, MessageView> byIds(Collection<ChannelId> channels, Collection<MessageId> ids) {
        Set<MessageId> distinct = Set.copyOf(ids);
        Map<MessageId, MessageView> messages = new HashMap<>();
        if (!distinct.isEmpty()) {
            Set<ChannelId> within = Set.copyOf(channels);
            jdbc
                    .query(
                            SELECT + " WHERE v.message_id IN (" + Placeholders.list(distinct.size()) + ")",
                            TimelineQueries::read,
                            distinct.stream().map(id -> BinaryId.of(id.value())).toArray())
                    .stream()
                    .filter(message -> within.contains(message.channelId()))
                    .forEach(message -> messages.put(message.id(), message));
        }
        return messages;
    }

    static MessageView read(ResultSet row, int number) throws SQLException {
        boolean deleted = time(row, 8) != null;
        return new MessageView(
                new MessageId(BinaryId.read(row.getBytes(1))),
                new ChannelId(BinaryId.read(row.getBytes(2))),
                row.getLong(3),
                new AccountId(BinaryId.read(row.getBytes(4))),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                time(row, 7),
                time(row, 8),
                messageId(row, 9),
                row.getInt(10),
                messageId(row, 11),
                MentionWords.read(deleted ? null : row.getString(12)),
                deleted ? null : forwarded(row));
    }

    private static @Nullable MessageId messageId(ResultSet row, int column) throws SQLException {
        UUID id = BinaryId.readNullable(row.getBytes(column));
        return id == null ? null : new MessageId(id);
    }

    private static @Nullable Forwarded forwarded(ResultSet row) throws SQLException {
        UUID channel = BinaryId.readNullable(row.getBytes(13));
        UUID message = BinaryId.readNullable(row.getBytes(14));
        UUID author = BinaryId.readNullable(row.getBytes(15));
        return channel == null || message == null || author == null
                ? null
                : new Forwarded(new ChannelId(channel), new MessageId(message), new AccountId(author));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
