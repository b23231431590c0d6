package tidings.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebSocketConnectionTest {

    /** A socket whose other end is gone: nothing can be sent any more. */
    private static final class BrokenWebSocket implements WebSocket {

        private static CompletableFuture<WebSocket> broken() {
            return CompletableFuture.failedFuture(new IOException("broken pipe"));
        }

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            return broken();
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            return broken();
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            return broken();
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            return broken();
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            return broken();
        }

        @Override
        public void request(long n) {}

        @Override
        public String getSubprotocol() {
            return "tidings.v1";
        }

        @Override
        public boolean isOutputClosed() {
            return true;
        }

        @Override
        public boolean isInputClosed() {
            return true;
        }

        @Override
        public void abort() {}
    }

    @Test
    void tellsOfItsEndUnderNoLock() {
        List<Boolean> closed = new ArrayList<>();
        WebSocketConnection connection = new WebSocketConnection(new Connection.Handler() {
            @Override
            public void onFrame(Connection source, JsonNode frame) {}

            @Override
            public void onClosed(Connection source, int code) {
                closed.add(CompletableFuture.supplyAsync(source::isClosed)
                        .orTimeout(90, TimeUnit.SECONDS)
                        .join());
            }
        });
        connection.onOpen(new BrokenWebSocket());
        connection.send(JsonMapper.builder().build().createObjectNode());
        assertThat(closed).containsExactly(true);
    }
}
