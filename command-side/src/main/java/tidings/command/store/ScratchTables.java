package tidings.command.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes connections that see an empty temporary table in the place of every table of their schema: whatever is read and
 * written through one is its own, draws no index of the log, and is gone with it. A connection that cannot have all of them
 * is not made.
 */
final class ScratchTables extends DelegatingDataSource {

    private static final String TABLES = "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'";

    ScratchTables(DataSource real) {
        super(real);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return covered(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return covered(super.getConnection(username, password));
    }

    private static Connection covered(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                // none can be made in the likeness of its own name
                statement.execute("CREATE TEMPORARY TABLE scratch LIKE `" + table + "`");
                statement.execute("ALTER TABLE scratch RENAME TO `" + table + "`");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
