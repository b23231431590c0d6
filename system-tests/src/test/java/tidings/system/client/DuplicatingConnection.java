package tidings.system.client;

import java.util.function.BooleanSupplier;
import tidings.client.Connection;
import tools.jackson.databind.JsonNode;

/** A connection that says what it sends twice, while that is wanted. */
record DuplicatingConnection(Connection connection, BooleanSupplier wanted) implements Connection {

    @Override
    public void send(JsonNode frame) {
        connection.send(frame);
        if (wanted.getAsBoolean() && frame.path("type").asString().equals("send")) {
            connection.send(frame);
        }
    }

    @Override
    public void read(boolean on) {
        connection.read(on);
    }

    @Override
    public boolean isClosed() {
        return connection.isClosed();
    }

    @Override
    public void abort() {
        connection.abort();
    }
}
