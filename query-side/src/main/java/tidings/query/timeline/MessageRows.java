package tidings.query.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.query.views.BinaryId;

/** Reads rows of {@code message_view}, which a statement calls {@code v}. */
final class MessageRows {

    static final String COLUMNS = "v.message_id, v.channel_id, v.seq, v.author_id, v.body, v.created_at, v.edited_at,"
            + " v.deleted_at, v.reply_to, v.reply_count";

    private MessageRows() {}

    static MessageView read(ResultSet row, int number) throws SQLException {
        UUID replyTo = BinaryId.readNullable(row.getBytes(9));
        return new MessageView(
                new MessageId(BinaryId.read(row.getBytes(1))),
                new ChannelId(BinaryId.read(row.getBytes(2))),
                row.getLong(3),
                new AccountId(BinaryId.read(row.getBytes(4))),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                time(row, 7),
                time(row, 8),
                replyTo == null ? null : new MessageId(replyTo),
                row.getInt(10));
    }

    static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
