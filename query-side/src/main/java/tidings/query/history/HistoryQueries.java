package tidings.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.query.views.BinaryId;

/**
 * The past of channels that the caller has been let into. A moment costs no fold: the counts stand beside each event,
 * and bodies know from which seq until which they stood (ADR-0032).
 */
@Component
public final class HistoryQueries {

    private static final String WORDING =
            "(SELECT s.value FROM channel_setting s FORCE INDEX (PRIMARY) WHERE s.channel_id = e.channel_id"
                    + " AND s.setting = '%s' AND s.from_seq <= e.seq ORDER BY s.channel_id DESC, s.setting DESC, s.from_seq DESC LIMIT 1)";
    private static final String MOMENT = "SELECT e.channel_id, e.seq, e.recorded_at, e.member_count, e.message_count, "
            + WORDING.formatted(WordingProjection.NAME) + ", " + WORDING.formatted(WordingProjection.TOPIC)
            + " FROM channel_event e WHERE e.channel_id = ?";
    private static final String PAST_MESSAGES = "SELECT v.message_id, v.seq, v.author_id,"
            + " IF(r.from_seq IS NOT NULL, r.body, v.body), v.created_at,"
            + " IF(r.from_seq IS NOT NULL, r.edited_at, v.edited_at),"
            + " IF(v.deleted_seq <= ?, v.deleted_at, NULL), v.reply_to FROM message_view v"
            + " LEFT JOIN message_revision r ON r.channel_id = v.channel_id AND r.message_id = v.message_id"
            + " AND r.from_seq <= ? AND r.to_seq > ?"
            + " WHERE v.channel_id = ? AND v.seq > ? AND v.seq < ? ORDER BY v.seq ";

    private final JdbcTemplate jdbc;

    HistoryQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<RecordedChannelEvent> events(ChannelId channel, long afterSeq, int limit) {
        return jdbc.query(
                "SELECT channel_id, seq, recorded_at, type, actor_id, data FROM channel_event"
                        + " WHERE channel_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                HistoryQueries::event,
                BinaryId.of(channel.value()),
                afterSeq,
                limit);
    }

    /** After the event of that seq, or after the last one where the channel has not come that far. */
    public Optional<ChannelAsOf> momentAt(ChannelId channel, long seq) {
        return jdbc
                .query(
                        MOMENT + " AND e.seq <= ? ORDER BY e.seq DESC LIMIT 1",
                        HistoryQueries::moment,
                        BinaryId.of(channel.value()),
                        seq)
                .stream()
                .findFirst();
    }

    /** After the last event that was recorded by then; empty when there was none yet. */
    public Optional<ChannelAsOf> momentAt(ChannelId channel, Instant at) {
        return jdbc
                .query(
                        MOMENT + " AND e.recorded_at <= ? ORDER BY e.recorded_at DESC, e.seq DESC LIMIT 1",
                        HistoryQueries::moment,
                        BinaryId.of(channel.value()),
                        at.toEpochMilli())
                .stream()
                .findFirst();
    }

    /** The first messages between two seqs, as they stood at the moment; in order. */
    public List<MessageAsOf> first(ChannelAsOf moment, long after, long before, int limit) {
        return messages(moment, after, before, "LIMIT ?", limit);
    }

    /** The last messages between two seqs, as they stood at the moment; in order. */
    public List<MessageAsOf> last(ChannelAsOf moment, long after, long before, int limit) {
        return messages(moment, after, before, "DESC LIMIT ?", limit).reversed();
    }

    private List<MessageAsOf> messages(ChannelAsOf moment, long after, long before, String tail, int limit) {
        return jdbc.query(
                PAST_MESSAGES + tail,
                HistoryQueries::pastMessage,
                moment.seq(),
                moment.seq(),
                moment.seq(),
                BinaryId.of(moment.channelId().value()),
                after,
                Math.min(before, moment.seq() + 1),
                limit);
    }

    private static RecordedChannelEvent event(ResultSet row, int number) throws SQLException {
        UUID actor = BinaryId.readNullable(row.getBytes(5));
        return new RecordedChannelEvent(
                new ChannelId(BinaryId.read(row.getBytes(1))),
                row.getLong(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                actor == null ? null : new AccountId(actor),
                row.getString(6));
    }

    private static ChannelAsOf moment(ResultSet row, int number) throws SQLException {
        return new ChannelAsOf(
                new ChannelId(BinaryId.read(row.getBytes(1))),
                row.getLong(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7));
    }

    private static MessageAsOf pastMessage(ResultSet row, int number) throws SQLException {
        UUID replyTo = BinaryId.readNullable(row.getBytes(8));
        return new MessageAsOf(
                new MessageId(BinaryId.read(row.getBytes(1))),
                row.getLong(2),
                new AccountId(BinaryId.read(row.getBytes(3))),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                time(row, 6),
                time(row, 7),
                replyTo == null ? null : new MessageId(replyTo));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
