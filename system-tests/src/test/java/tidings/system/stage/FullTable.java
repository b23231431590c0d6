package tidings.system.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A table that takes no row, as when the disk under MySQL is full: a trigger refuses each with the same error (1114). A file
 * system that is really full needs rights to mount one, and a limit to a file's size ends MySQL by a signal.
 */
public final class FullTable implements AutoCloseable {

    private static final String REFUSE = "CREATE TRIGGER no_room BEFORE INSERT ON %s FOR EACH ROW"
            + " SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'The table is full'";
    private static final String TAKE_AGAIN = "DROP TRIGGER IF EXISTS no_room";

    private final Stage stage;
    private final String side;
    private final String url;

    private FullTable(Stage stage, String side, String url) {
        this.stage = stage;
        this.side = side;
        this.url = url;
    }

    /** No event can be recorded. */
    public static FullTable ofEvents(Stage stage) {
        FullTable full =
                new FullTable(stage, "command", stage.description().mysql().eventsUrl());
        full.execute(REFUSE.formatted("domain_event_entry"));
        return full;
    }

    /** No message can be projected. */
    public static FullTable ofMessages(Stage stage) {
        FullTable full =
                new FullTable(stage, "query", stage.description().mysql().viewsUrl());
        full.execute(REFUSE.formatted("message_view"));
        return full;
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url, "tidings_" + side, password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String password() {
        try {
            return Files.readString(stage.data().resolve("secrets").resolve("mysql-" + side));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is room again. */
    @Override
    public void close() {
        execute(TAKE_AGAIN);
    }
}
