package db.command;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import tidings.events.emoji.Emoji;

/** Brings the reactions that there are into canonical spelling, as their events are read now; two of one person become one. */
public final class V152__One_spelling_of_emoji extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Map<String, String> spellings = spellings(connection);
        for (Map.Entry<String, String> spelling : spellings.entrySet()) {
            byte[] old = bytes(spelling.getKey());
            update(connection, "UPDATE IGNORE reaction SET emoji = ? WHERE emoji = ?", bytes(spelling.getValue()), old);
            update(connection, "DELETE FROM reaction WHERE emoji = ?", old);
        }
    }

    private static Map<String, String> spellings(Connection connection) throws SQLException {
        Map<String, String> spellings = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT emoji FROM reaction")) {
            while (rows.next()) {
                String emoji = new String(rows.getBytes(1), StandardCharsets.UTF_8);
                String canonical = Emoji.canonicalOrSame(emoji);
                if (!canonical.equals(emoji)) {
                    spellings.put(emoji, canonical);
                }
            }
        }
        return spellings;
    }

    private static void update(Connection connection, String sql, byte[]... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setBytes(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
