package db.command;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.text.Skeleton;

/**
 * Gives every name that there is its skeleton. Of names that look alike all stay with their bearers; the oldest gets the
 * skeleton, and a warning lists the others, for an administrator to rename them.
 */
public final class V151__Skeletons_of_names extends BaseJavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(V151__Skeletons_of_names.class);
    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        fill(context.getConnection(), "account_name", "name_key", "account_id");
        fill(context.getConnection(), "channel_name", "name", "reserved_at, name");
    }

    private static void fill(Connection connection, String table, String column, String order) throws SQLException {
        Map<ByteBuffer, String> bearers = new HashMap<>();
        Map<String, byte[]> skeletons = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + column + " FROM " + table + " ORDER BY " + order)) {
            while (rows.next()) {
                String name = rows.getString(1);
                byte[] skeleton = Skeleton.hashOf(name);
                String bearer = bearers.putIfAbsent(ByteBuffer.wrap(skeleton), name);
                if (bearer == null) {
                    skeletons.put(name, skeleton);
                } else {
                    LOG.warn("{}: {} looks like {}; both stay", table, name, bearer);
                }
            }
        }
        update(connection, "UPDATE " + table + " SET skeleton = ? WHERE " + column + " = ?", skeletons);
    }

    private static void update(Connection connection, String sql, Map<String, byte[]> skeletons) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Map.Entry<String, byte[]> entry : skeletons.entrySet()) {
                statement.setBytes(1, entry.getValue());
                statement.setString(2, entry.getKey());
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
