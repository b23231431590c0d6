package tidings.command.rehearsal;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.Channel;
import tidings.command.dispatch.AggregateHost;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.DispatchProperties;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Snapshots;
import tidings.command.dispatch.StripedDispatcher;
import tidings.command.ids.IdFactory;
import tidings.command.store.ScratchStore;
import tidings.command.stream.StreamServer;

/** A node within the node: it decides as the real one does, behind a door on loopback that nobody else knows. */
record Stage(IdFactory ids, StripedDispatcher dispatcher, StreamServer server, String secret) implements AutoCloseable {

    private static final int ROOMS = 50;
    private static final int ANY_PORT = 0;
    /** The first command of a cold node is a slow one. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration FAREWELL = Duration.ofSeconds(3);

    /**
     * What it has in common with the real node.
     *
     * @param services of which commands need none but the dispatcher
     */
    record Parts(
            DispatchProperties dispatch,
            AggregateType<Channel> channels,
            StreamServer.Services services,
            Clock clock) {}

    static Stage over(ScratchStore store, Parts parts) {
        AggregateHost<Channel> channels = new AggregateHost<>(
                parts.channels(),
                store.events(),
                Snapshots.NONE,
                AggregateHost.parameters(parts.channels(), store.surroundings(parts.clock())),
                parts.dispatch().cacheWeight());
        IdFactory ids = new IdFactory(parts.clock());
        String secret = ids.next().toString();
        StripedDispatcher dispatcher =
                new StripedDispatcher(parts.dispatch(), List.of(channels), store.events(), new BackgroundTasks());
        StreamServer server = new StreamServer(
                new StreamServer.Door(InetAddress.getLoopbackAddress().getHostAddress(), ANY_PORT, secret),
                parts.services().with(dispatcher),
                ids);
        Stage stage = new Stage(ids, dispatcher, server, secret);
        try {
            server.start();
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
        return stage;
    }

    Caller caller() {
        return new Caller(server.port(), secret, ids);
    }

    /** Channels with people in them. */
    List<Room> openRooms() {
        List<Room> rooms = Stream.generate(() -> Room.make(ids)).limit(ROOMS).toList();
        List<CompletableFuture<Outcome>> answers = rooms.stream()
                .map(room -> dispatcher.dispatch(room.members().getFirst(), room.opening(), PATIENCE))
                .toList();
        for (CompletableFuture<Outcome> answer : answers) {
            if (answer.join() instanceof Outcome.Rejected rejected) {
                throw new IllegalStateException("no channel could be opened: " + rejected.message());
            }
        }
        return rooms;
    }

    @Override
    public void close() {
        server.close();
        dispatcher.drain(FAREWELL);
        dispatcher.close();
    }
}
