package tidings.load.drive;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tidings.load.measure.Latencies;
import tidings.load.socket.Connector;

/** Keeps all clients connected: a bounded number at a time at first, at once after a cut, again when one is thrown out. */
final class Connecting implements ClientLifecycle {

    private static final int MAX_FAILURES = 6;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Connector connector;
    private final List<String> tokens;
    private final Semaphore permits;
    private final AtomicInteger ready = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Latencies first = new Latencies();
    private final Latencies again = new Latencies();
    private volatile boolean over;

    Connecting(Connector connector, List<String> tokens, int atATime) {
        this.connector = connector;
        this.tokens = List.copyOf(tokens);
        this.permits = new Semaphore(atATime);
    }

    /** Connects all; returns when all are connected or have given up, at the latest after a minute and 20 ms for each. */
    void connectAll(List<Client> clients) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(60_000 + 20L * clients.size());
        for (Client client : clients) {
            if (!permits.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
            client.eventLoop().execute(() -> connect(client));
        }
        while (ready() + givenUp.get() < clients.size() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void connect(Client client) {
        if (!client.connecting) {
            client.connecting = true;
            client.connectingSince = System.nanoTime();
        }
        connector.connect(client.eventLoop(), client.user, tokens.get(client.user), client);
    }

    int ready() {
        return ready.get();
    }

    @Override
    public void ready(Client client) {
        ready.incrementAndGet();
        long micros = (System.nanoTime() - client.connectingSince) / 1_000;
        synchronized (this) {
            (client.cut ? again : first).add(micros);
        }
        if (!client.cut) {
            permits.release();
        }
        client.cut = false;
        client.connecting = false;
        client.failures = 0;
    }

    @Override
    public void closed(Client client, boolean wasReady, String why) {
        if (wasReady) {
            ready.decrementAndGet();
        }
        if (over) {
            return;
        }
        if (wasReady && client.cut) {
            connect(client);
            return;
        }
        note(why);
        if (client.failures == MAX_FAILURES) {
            givenUp.incrementAndGet();
            permits.release();
            return;
        }
        long widest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << client.failures++);
        connectLater(client, widest / 2, widest);
    }

    @Override
    public void putOff(Client client, String why, long retryAfterMillis) {
        if (!over) {
            note(why);
            connectLater(client, retryAfterMillis, 2 * retryAfterMillis);
        }
    }

    private void note(String why) {
        failures.merge(why.length() > 160 ? why.substring(0, 160) : why, 1, Integer::sum);
    }

    /** After a moment of its own, so that those who went together do not come back together. */
    private void connectLater(Client client, long least, long most) {
        long pause = ThreadLocalRandom.current().nextLong(least, 1 + most);
        client.eventLoop().schedule(() -> connect(client), pause, TimeUnit.MILLISECONDS);
    }

    /** From now on connections that end stay ended. */
    void end() {
        over = true;
    }

    /** Failed attempts and unwanted ends, by reason. */
    Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    /** From the first attempt to the welcome. */
    synchronized Latencies.Summary firstConnects() {
        return first.summary();
    }

    /** From the cut to the welcome. */
    synchronized Latencies.Summary reconnects() {
        return again.summary();
    }
}
