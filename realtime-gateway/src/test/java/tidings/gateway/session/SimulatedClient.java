package tidings.gateway.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.CloseCode;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.Parsed;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.limits.ClientAddress;
import tidings.gateway.simulation.SimulatedLoop;

/**
 * One person's program: it takes every event for granted, resumes where it was, and writes down whatever is not the very
 * next event. What was on its way when a connection broke is lost; the server learns of the break later.
 */
final class SimulatedClient {

    private static final long RETRY_MICROS = 300_000;
    private static final int LONGEST_TRIP_MICROS = 60_000;

    final List<String> violations = new ArrayList<>();
    final Map<ChannelId, Long> cursors = new HashMap<>();
    private final AccountId account;
    private final List<SessionShard> gateways;
    private final SimulatedLoop loop;
    private final Random random;
    private final int resumeError;
    private @Nullable Connection connection;

    /** {@code resumeError} is added to every cursor that is resumed from: 0 for a client without a bug. */
    SimulatedClient(
            AccountId account, List<SessionShard> gateways, SimulatedLoop loop, Random random, int resumeError) {
        this.account = account;
        this.gateways = gateways;
        this.loop = loop;
        this.random = random;
        this.resumeError = resumeError;
    }

    /** Connects to any gateway. */
    void connect() {
        Connection fresh = new Connection();
        connection = fresh;
        fresh.session = gateways.get(random.nextInt(gateways.size()))
                .open(fresh, new Identity(account, "s", Instant.EPOCH.plusSeconds(1_000_000)), ClientAddress.UNLIMITED);
        fresh.hello();
    }

    /** The connection breaks; the next one may be there before the server knows. */
    void cut() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            loop.after(random.nextLong(5_000_000), () -> old.session().onClosed());
        }
        loop.after(random.nextLong(2_000_000), () -> {
            if (connection == null) {
                connect();
            }
        });
    }

    private void onFrame(Connection from, ServerFrame frame) {
        if (from != connection) {
            return;
        }
        switch (frame) {
            case ServerFrame.Welcome welcome ->
                welcome.channels().forEach(state -> cursors.putIfAbsent(state.channelId(), state.seq()));
            case ServerFrame.Event event -> onEvent(event);
            case ServerFrame.Reset reset -> cursors.put(reset.channelId(), reset.seq());
            case ServerFrame.Error ignored -> loop.after(RETRY_MICROS, from::hello);
            default -> {}
        }
    }

    private void onEvent(ServerFrame.Event event) {
        long expected = cursors.getOrDefault(event.channelId(), Long.MIN_VALUE) + 1;
        if (event.seq() != expected) {
            violations.add("got " + event.seq() + " where " + expected + " is next");
        }
        cursors.put(event.channelId(), event.seq());
    }

    /** The server's end of one connection: what is written arrives later, in order, or never. */
    private final class Connection implements Outbound {

        private @Nullable Session session;
        private long arrivesAt;

        Session session() {
            return java.util.Objects.requireNonNull(session);
        }

        void hello() {
            Map<ChannelId, Long> resume = new HashMap<>();
            cursors.forEach((channel, seq) -> resume.put(channel, Math.max(-1, seq + resumeError)));
            loop.after(
                    random.nextInt(LONGEST_TRIP_MICROS),
                    () -> session().onMessage(new Parsed.Valid(new ClientFrame.Hello(null, null, resume))));
        }

        @Override
        public void write(ServerFrame frame) {
            arrivesAt = Math.max(arrivesAt, loop.nowMicros() + random.nextInt(LONGEST_TRIP_MICROS));
            loop.after(arrivesAt - loop.nowMicros(), () -> onFrame(this, frame));
        }

        @Override
        public void close(CloseCode code) {
            loop.schedule(
                    () -> {
                        session().onClosed();
                        if (connection == this) {
                            connect();
                        }
                    },
                    1,
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public boolean congested() {
            return random.nextInt(8) == 0;
        }

        @Override
        public void whenSent(Runnable task) {
            loop.after(random.nextInt(LONGEST_TRIP_MICROS), task);
        }

        @Override
        public void relay(EncodedFrame frame) {}

        @Override
        public void ping() {}
    }
}
