package tidings.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebSocketConnectorTest {

    private static final Connection.Owner NOBODY = new Connection.Owner() {
        @Override
        public void onFrame(Connection connection, JsonNode frame) {}

        @Override
        public void onClosed(Connection connection, int code) {}
    };

    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CompletableFuture<Connection> openAndBeTold(String retryAfter) {
        server.createContext("/ws", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        URI site = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new WebSocketConnector(site, new Credentials.AtHello()).open(NOBODY);
    }

    @Test
    void tellsWhenToComeAgainWhereTheServerSaysSo() {
        CompletableFuture<Connection> refused = openAndBeTold("5");
        assertThatThrownBy(refused::join)
                .cause()
                .isInstanceOfSatisfying(
                        RetryLaterException.class,
                        later -> assertThat(later.delay()).isEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void failsAsItDidWhereTheServerNamesADate() {
        CompletableFuture<Connection> refused = openAndBeTold("Tue, 24 Nov 2026 03:04:05 GMT");
        assertThatThrownBy(refused::join).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
}
