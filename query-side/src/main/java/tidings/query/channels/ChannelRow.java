package tidings.query.channels;

import java.sql.ResultSet;
import java.sql.SQLException;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tidings.query.views.BinaryId;

/** Of a channel in {@code channel_view c}, as a member in {@code membership_view m} or as a stranger sees it. */
final class ChannelRow {

    static final String COLUMNS = "SELECT c.channel_id, c.seq, c.name, c.topic, c.visibility, c.member_count,"
            + " c.message_count, m.role, c.description, c.archived, c.slow_mode, c.announcement, c.guests_read_only"
            + " FROM ";

    private ChannelRow() {}

    static ChannelView read(ResultSet row, int number) throws SQLException {
        String role = row.getString(8);
        return new ChannelView(
                new ChannelId(BinaryId.read(row.getBytes(1))),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Visibility.valueOf(row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                role == null ? null : Role.valueOf(role),
                new ChannelSettings(
                        row.getString(9), row.getBoolean(10), row.getInt(11), row.getBoolean(12), row.getBoolean(13)));
    }
}
