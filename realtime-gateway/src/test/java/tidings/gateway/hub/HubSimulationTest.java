package tidings.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.simulation.SimulatedLoop;
import tidings.gateway.simulation.SimulatedNetwork;

/** Whatever the network does to broadcasts, every session gets every event once, in order. */
class HubSimulationTest {

    private static final int SEEDS = 10_000;
    private static final HubProperties PROPERTIES = new HubProperties(
            Duration.ofMillis(250),
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2));
    private static final long STEP_MICROS = 20_000;
    private static final long QUIET_MICROS = 120_000_000;

    /** A session with where it began. */
    private record Seat(RecordingSubscriber subscriber, Subscription subscription, long cursor) {}

    @Test
    void everySessionGetsEveryEventOnceAndInOrder() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            simulate(seed);
        }
    }

    private static void simulate(long seed) {
        Random random = new Random(seed);
        SimulatedLoop loop = new SimulatedLoop();
        SimulatedNetwork network = new SimulatedNetwork(loop, random, random.nextDouble() * 0.4);
        HubShard shard = new HubShard(loop, network, network, PROPERTIES);
        ChannelId channel = new ChannelId(new UUID(0, seed));
        AccountId actor = new AccountId(new UUID(1, seed));
        network.append(channel, actor);
        List<Seat> seats = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    for (int i = random.nextInt(8); i >= 0; i--) {
                        long seq = network.append(channel, actor);
                        loop.after(random.nextLong(5_000), () -> shard.acknowledged(channel, seq));
                    }
                }
                case 3 -> seats.add(sit(shard, channel, network.head(channel), random));
                case 4 -> leaveEarly(seed, shard, seats, random);
                default -> {
                    if (random.nextInt(4) == 0) {
                        network.interrupt();
                    }
                }
            }
            loop.runFor(random.nextLong(STEP_MICROS));
        }
        loop.runFor(QUIET_MICROS);
        seats.forEach(seat -> assertThat(seat.subscriber().seqs)
                .as("seed %d: from %d", seed, seat.cursor())
                .containsExactlyElementsOf(LongStream.rangeClosed(seat.cursor() + 1, network.head(channel))
                        .boxed()
                        .toList()));
    }

    private static Seat sit(HubShard shard, ChannelId channel, long head, Random random) {
        RecordingSubscriber subscriber = new RecordingSubscriber();
        long cursor = random.nextBoolean() ? head : random.nextLong(head + 2) - 1;
        return new Seat(subscriber, shard.subscribe(subscriber, channel, cursor, head), cursor);
    }

    private static void leaveEarly(long seed, HubShard shard, List<Seat> seats, Random random) {
        if (seats.isEmpty()) {
            return;
        }
        Seat seat = seats.remove(random.nextInt(seats.size()));
        shard.unsubscribe(seat.subscription());
        assertThat(seat.subscriber().seqs)
                .as("seed %d: leaving early from %d", seed, seat.cursor())
                .containsExactlyElementsOf(
                        LongStream.range(0, seat.subscriber().seqs.size())
                                .map(i -> seat.cursor() + 1 + i)
                                .boxed()
                                .toList());
    }
}
