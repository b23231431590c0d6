package tidings.system.violations.command.barn;

import java.sql.Connection;
import tidings.system.violations.command.dispatch.stripes.Henhouse;

/** A feature that goes past the vocabulary, and hands a connection to whom it likes (R14). */
class Shortcut {

    void tell(Henhouse machine, Connection connection) {
        machine.write(connection);
    }
}
