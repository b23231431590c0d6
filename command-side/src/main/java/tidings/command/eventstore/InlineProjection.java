package tidings.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Port of a feature that must know something as soon as an event is durable: writes its tables in the transaction of the
 * append. Runs on the committer's thread while every append of the node waits, so it sends one batch per kind of statement
 * however many events there are, and none where no event concerns it.
 */
public interface InlineProjection {

    /**
     * Writes what follows from events.
     *
     * @param connection in the transaction of the events; neither committed, rolled back nor closed here
     * @param events of one transaction, in the order of the log, perhaps of several streams
     * @throws SQLException where nothing of the transaction may become durable
     */
    void project(Connection connection, List<AppendedEvent> events) throws SQLException;
}
