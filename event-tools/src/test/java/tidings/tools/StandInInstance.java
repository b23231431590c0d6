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
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A data folder as a launcher leaves it, and the internal calls that the tools make, over real HTTP. */
final class StandInInstance implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("after=(-?\\d+)&limit=(\\d+)(&streamId=(.*))?");

    final List<String> log = new ArrayList<>();
    final AtomicInteger pages = new AtomicInteger();

    /** Until so many pages were asked for, the event of this index is being recorded. */
    volatile int openHoleAt;

    volatile int holeClosesAfter;

    volatile String replayEnds =
            "{\"id\":\"r1\",\"state\":\"DONE\",\"events\":10,\"total\":10,\"parked\":0,\"digests\":"
                    + "[{\"table\":\"message\",\"before\":\"aa\",\"after\":\"aa\"}]}";

    volatile String parked =
            "{\"streams\":[{\"streamId\":\"s1\",\"atSeq\":7,\"reason\":\"refused\",\"blockedAt\":1,\"events\":3}]}";

    private final HttpServer server;
    private final AtomicInteger polls = new AtomicInteger();

    StandInInstance(Path data) throws IOException {
        this(data, "");
    }

    /** @param kafka the address of a broker; empty for none */
    StandInInstance(Path data, String kafka) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/events", exchange -> answer(exchange, this::events));
        server.createContext("/internal/replays", exchange -> answer(exchange, this::replay));
        server.createContext("/internal/views", exchange -> answer(exchange, this::views));
        server.createContext("/internal/dead-letters", exchange -> answer(exchange, this::deadLetters));
        server.start();
        Path secrets = Files.createDirectories(data.resolve("secrets"));
        Files.writeString(secrets.resolve("internal"), "s3cret");
        String node = "127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(
                data.resolve("instance.json"),
                "{\"commandHttp\":[\"%s\"],\"queryHttp\":[\"http://%s\"],\"kafka\":\"%s\",\"secretsDir\":\"%s\"}"
                        .formatted(node, node, kafka, secrets));
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
        int pagesSoFar = pages.incrementAndGet();
        int end = pagesSoFar <= holeClosesAfter ? openHoleAt : log.size();
        StringBuilder lines = new StringBuilder();
        int given = 0;
        for (int i = Integer.parseInt(page.group(1)) + 1; i < Math.min(end, log.size()) && given < 2; i++) {
            if (stream == null || log.get(i).contains("\"streamId\":\"" + stream)) {
                lines.append(log.get(i)).append('\n');
                given++;
            }
        }
        return lines.toString();
    }

    /** What the views say: heads by stream, and events of channels. */
    final Map<String, Long> seenChannels = new TreeMap<>();

    final Map<String, List<String>> seenEvents = new TreeMap<>();

    void seen(String stream, long seq, String type, String data) {
        seenChannels.put(stream, seq);
        seenEvents
                .computeIfAbsent(stream, id -> new ArrayList<>())
                .add("{\"seq\":%d,\"at\":\"2026-11-24T06:00:00Z\",\"actorId\":null,\"type\":\"%s\",\"data\":\"%s\"}"
                        .formatted(seq, type, data.replace("\"", "\\\"")));
    }

    /** Heads and events come in one page; the next one is empty. */
    private String views(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
        if (path.endsWith("/events")) {
            String channel = path.split("/")[4];
            return "{\"events\":["
                    + (query.endsWith("-1") ? String.join(",", seenEvents.getOrDefault(channel, List.of())) : "")
                    + "]}";
        }
        String heads = path.endsWith("/channels") && query == null
                ? seenChannels.entrySet().stream()
                        .map(head -> "{\"streamId\":\"" + head.getKey() + "\",\"seq\":" + head.getValue() + "}")
                        .collect(Collectors.joining(","))
                : "";
        return "{\"heads\":[" + heads + "]}";
    }

    private String deadLetters(HttpExchange exchange) {
        if (exchange.getRequestMethod().equals("GET")) {
            return parked;
        }
        parked = "{\"streams\":[]}";
        return "{\"streams\":[{\"streamId\":\"s1\",\"applied\":3,\"parked\":0}]}";
    }

    private String replay(HttpExchange exchange) {
        if (exchange.getRequestMethod().equals("POST")) {
            return "{\"id\":\"r1\"}";
        }
        return polls.incrementAndGet() < 2
                ? "{\"id\":\"r1\",\"state\":\"RUNNING\",\"events\":5,\"total\":10,\"parked\":0,\"digests\":[]}"
                : replayEnds;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
