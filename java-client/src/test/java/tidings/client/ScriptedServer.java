package tidings.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accepts connections, keeps what clients say, says what it is told to; time passes when it is told to. */
final class ScriptedServer implements Connector, Timer {

    private record Task(long atMs, int number, Runnable action) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::atMs).thenComparingInt(Task::number));
    final List<Link> links = new ArrayList<>();
    boolean refusing;
    RuntimeException refusal = new IllegalStateException("refused");
    int refused;
    private long nowMs;
    private int tasksSoFar;

    /** One connection, from the server's side. */
    static final class Link implements Connection {

        final Handler handler;
        final List<JsonNode> heard = new ArrayList<>();
        private boolean closed;

        Link(Handler handler) {
            this.handler = handler;
        }

        @Override
        public void send(JsonNode frame) {
            heard.add(frame);
        }

        @Override
        public void read(boolean on) {}

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void abort() {
            end(ABNORMAL);
        }

        void end(int code) {
            if (!closed) {
                closed = true;
                handler.onClosed(this, code);
            }
        }

        void say(String json) {
            handler.onFrame(this, JsonMapper.builder().build().readTree(json.replace('\'', '"')));
        }

        void welcome(String channels) {
            say("{'type':'welcome','sessionId':'s','userId':'u','heartbeatMs':1,'channels':[" + channels + "]}");
        }

        void event(String channelId, long seq) {
            say("{'type':'event','channelId':'" + channelId + "','seq':" + seq
                    + ",'at':'2026-11-24T03:04:05.678Z','event':'MessagePosted','actorId':'u','data':{}}");
        }

        List<JsonNode> heard(String type) {
            return heard.stream()
                    .filter(frame -> frame.path("type").asString().equals(type))
                    .toList();
        }
    }

    @Override
    public CompletableFuture<Connection> open(Connection.Handler handler) {
        if (refusing) {
            refused++;
            return CompletableFuture.<Connection>failedFuture(refusal).thenApply(never -> never);
        }
        Link link = new Link(handler);
        links.add(link);
        return CompletableFuture.completedFuture(link);
    }

    Link last() {
        return links.getLast();
    }

    @Override
    public void after(long delayMs, Runnable task) {
        tasks.add(new Task(nowMs + delayMs, tasksSoFar++, task));
    }

    void pass(long ms) {
        long until = nowMs + ms;
        while (!tasks.isEmpty() && tasks.peek().atMs() <= until) {
            Task task = tasks.remove();
            nowMs = task.atMs();
            task.action().run();
        }
        nowMs = until;
    }
}
