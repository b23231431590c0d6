package tidings.system.violations.command.eventstore;

import java.sql.Connection;
import tidings.system.violations.command.barn.BarnStore;

/** An engine that knows a feature, and calls it in its transaction without the port (R14). */
class Chatty {

    void tell(Connection connection) {
        BarnStore.write(connection);
    }
}
