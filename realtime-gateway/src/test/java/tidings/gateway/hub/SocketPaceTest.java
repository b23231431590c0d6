package tidings.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.simulation.SimulatedLoop;
import tidings.gateway.simulation.SimulatedNetwork;

/** A subscriber gets no more at once than its socket takes. */
class SocketPaceTest {

    private static final HubProperties PROPERTIES = new HubProperties(
            Duration.ofMillis(250),
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2));

    private final SimulatedLoop loop = new SimulatedLoop();
    private final SimulatedNetwork network = new SimulatedNetwork(loop, new Random(1), 0);
    private final HubShard shard = new HubShard(loop, network, network, PROPERTIES);
    private final ChannelId channel = new ChannelId(new UUID(0, 1));
    private final AccountId actor = new AccountId(new UUID(1, 1));
    private final RecordingSubscriber subscriber = new RecordingSubscriber();

    @Test
    void whoComesBackGetsNoMoreThanItsSocketTakes() {
        for (int i = 0; i < 300; i++) {
            network.appendSilently(channel, actor);
        }
        subscriber.room = 50;
        shard.subscribe(subscriber, channel, -1, network.head(channel));
        for (int drained = 1; drained <= 6; drained++) {
            loop.runFor(2_000_000);
            assertThat(subscriber.seqs).hasSize(50 * drained);
            subscriber.drain();
        }
        loop.runFor(2_000_000);
        assertThat(subscriber.seqs)
                .containsExactlyElementsOf(LongStream.range(0, 300).boxed().toList());
    }

    @Test
    void whatWasMissingComesAtTheSocketsPaceToo() {
        network.append(channel, actor);
        subscriber.room = 50;
        shard.subscribe(subscriber, channel, 0, 0);
        loop.runFor(1_000_000);
        for (int i = 1; i <= 120; i++) {
            network.appendSilently(channel, actor);
        }
        shard.acknowledged(channel, 120);
        loop.runFor(2_000_000);
        assertThat(subscriber.seqs).hasSize(50);
        subscriber.drain();
        loop.runFor(2_000_000);
        subscriber.drain();
        loop.runFor(2_000_000);
        assertThat(subscriber.seqs)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 120).boxed().toList());
    }
}
