package tidings.system.violations.command.barn;

import java.sql.Connection;

/** Writes in whatever transaction it is given. */
public final class BarnStore {

    private BarnStore() {}

    public static void write(Connection connection) {
        throw new UnsupportedOperationException(connection.toString());
    }
}
