package tidings.tools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A data folder as a launcher leaves it, and the internal calls that the tools make, over real HTTP. */
final class StandInInstance implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("after=(-?\\d+)&limit=(\\d+)(&streamId=(.*))?");

    final List<String> log = new ArrayList<>();
    volatile String replayEnds = "{\"id\":\"r1\",\"state\":\"DONE\",\"events\":10,\"total\":10,\"digests\":"
            + "[{\"table\":\"message\",\"before\":\"aa\",\"after\":\"aa\"}]}";

    private final HttpServer server;
    private final AtomicInteger polls = new AtomicInteger();

    StandInInstance(Path data) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/events", exchange -> answer(exchange, this::events));
        server.createContext("/internal/replays", exchange -> answer(exchange, this::replay));
        server.start();
        Path secrets = Files.createDirectories(data.resolve("secrets"));
        Files.writeString(secrets.resolve("internal"), "s3cret");
        String node = "127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(
                data.resolve("instance.json"),
                "{\"commandHttp\":[\"%s\"],\"queryHttp\":[\"http://%s\"],\"secretsDir\":\"%s\"}"
                        .formatted(node, node, secrets));
    }

    private void answer(HttpExchange exchange, Function<HttpExchange, String> body) throws IOException {
        boolean trusted = "s3cret".equals(exchange.getRequestHeaders().getFirst("Tidings-Internal-Secret"));
        byte[] bytes = body.apply(exchange).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putAll(Map.of("Tidings-Head-Index", List.of(String.valueOf(log.size() - 1))));
        exchange.sendResponseHeaders(trusted ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Two events at a time, so that there are pages. */
    private String events(HttpExchange exchange) {
        Matcher page = PAGE.matcher(exchange.getRequestURI().getQuery());
        if (!page.matches()) {
            throw new IllegalArgumentException(exchange.getRequestURI().toString());
        }
        String stream = page.group(4);
        StringBuilder lines = new StringBuilder();
        int given = 0;
        for (int i = Integer.parseInt(page.group(1)) + 1; i < log.size() && given < 2; i++) {
            if (stream == null || log.get(i).contains("\"streamId\":\"" + stream)) {
                lines.append(log.get(i)).append('\n');
                given++;
            }
        }
        return lines.toString();
    }

    private String replay(HttpExchange exchange) {
        if (exchange.getRequestMethod().equals("POST")) {
            return "{\"id\":\"r1\"}";
        }
        return polls.incrementAndGet() < 2
                ? "{\"id\":\"r1\",\"state\":\"RUNNING\",\"events\":5,\"total\":10,\"digests\":[]}"
                : replayEnds;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
