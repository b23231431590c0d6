package tidings.query.rebuild;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.TestLog;

/** The command side's event feed, out of a test's log. */
final class FakeFeed implements AutoCloseable {

    private static final Pattern QUERY = Pattern.compile("after=(-?\\d+)&limit=(\\d+)");

    private final HttpServer server;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile int broken = -1;
    private final TestLog log;

    FakeFeed(TestLog log) throws IOException {
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/events", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers nothing until {@link #release()}. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** The event of that index cannot be read from now on. */
    void breakEvent(int index) {
        broken = index;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Matcher query = QUERY.matcher(exchange.getRequestURI().getQuery());
        boolean allowed = QueryNode.SECRET.equals(exchange.getRequestHeaders().getFirst("Tidings-Internal-Secret"));
        if (!query.matches() || !allowed) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        List<TestLog.Entry> entries = log.entries();
        int from = Integer.parseInt(query.group(1)) + 1;
        int to = Math.min(entries.size(), from + Integer.parseInt(query.group(2)));
        exchange.getResponseHeaders().set("Tidings-Head-Index", String.valueOf(entries.size() - 1));
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int index = from; index < to; index++) {
                body.write(line(index, entries.get(index)).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String line(int index, TestLog.Entry entry) {
        if (index == broken) {
            return "{\"index\":" + index + ",\"streamId\":\"" + entry.streamId() + "\",\"seq\":" + entry.seq()
                    + ",\"at\":\"no time\",\"type\":\"MessagePosted\",\"revision\":1,\"data\":{}}\n";
        }
        String actor = entry.actor() == null ? "null" : "\"" + entry.actor() + "\"";
        return "{\"index\":" + index + ",\"stream\":\"" + entry.stream() + "\",\"streamId\":\"" + entry.streamId()
                + "\",\"seq\":" + entry.seq() + ",\"at\":\"" + entry.at() + "\",\"actorId\":" + actor + ",\"type\":\""
                + entry.type().name() + "\",\"revision\":" + entry.type().revision() + ",\"data\":" + entry.data()
                + "}\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
