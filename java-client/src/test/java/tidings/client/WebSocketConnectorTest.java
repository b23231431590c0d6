package tidings.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebSocketConnectorTest {

    private static final Connection.Handler NOBODY = new Connection.Handler() {
        @Override
        public void onFrame(Connection connection, JsonNode frame) {}

        @Override
        public void onClosed(Connection connection, int code) {}
    };

    private static CompletableFuture<Connection> open(BusySite site) {
        return new WebSocketConnector(site.uri(), new Credentials.AtHello()).open(NOBODY);
    }

    @Test
    void tellsWhenToComeAgainWhereTheServerSaysSo() throws IOException {
        try (BusySite site = new BusySite("5")) {
            assertThatThrownBy(open(site)::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            RetryLaterException.class,
                            later -> assertThat(later.delay()).isEqualTo(Duration.ofSeconds(5)));
        }
    }

    @Test
    void failsAsItDidWhereTheServerNamesADate() throws IOException {
        try (BusySite site = new BusySite("Tue, 24 Nov 2026 03:04:05 GMT")) {
            assertThatThrownBy(open(site)::join).hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }
}
