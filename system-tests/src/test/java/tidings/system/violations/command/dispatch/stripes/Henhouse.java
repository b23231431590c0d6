package tidings.system.violations.command.dispatch.stripes;

import java.sql.Connection;
import tidings.system.violations.command.barn.Barn;

/** A machine that knows a feature (R14). */
public record Henhouse(Barn barn) {

    public void write(Connection connection) {
        throw new UnsupportedOperationException(connection.toString());
    }
}
