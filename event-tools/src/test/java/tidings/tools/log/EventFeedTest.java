package tidings.tools.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.tools.http.InternalApi;
import tidings.tools.http.Patience;

class EventFeedTest {

    private static final int OPEN_FOR = 12;

    private final AtomicInteger requests = new AtomicInteger();
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server = serverOnAnyPort();

    @BeforeEach
    void start() {
        server.createContext("/internal/events", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Index 1 is being recorded: a page ends before it, until all of it comes at once. */
    private void answer(HttpExchange exchange) throws IOException {
        String page = requests.incrementAndGet() == 1 ? line(0) : pauses.size() < OPEN_FOR ? "" : line(1) + line(2);
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putAll(Map.of("Tidings-Head-Index", List.of("2")));
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void waitsBeforeAnEventThatIsBeingRecorded() {
        URI node = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        List<Long> read = new ArrayList<>();
        new EventFeed(new InternalApi(node, "secret", Patience.SHORT), pauses::add)
                .read(null, (index, head) -> {}, line -> read.add(line.index()));
        assertThat(read).containsExactly(0L, 1L, 2L);
        assertThat(pauses).hasSize(OPEN_FOR).isSorted();
        assertThat(pauses.getFirst()).isPositive();
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(1));
        assertThat(requests).hasValue(OPEN_FOR + 2);
    }

    private static String line(long index) {
        return "{\"index\":" + index + ",\"data\":{}}\n";
    }

    private static HttpServer serverOnAnyPort() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
