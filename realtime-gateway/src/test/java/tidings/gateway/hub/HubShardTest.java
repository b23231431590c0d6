package tidings.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.simulation.SimulatedLoop;
import tidings.gateway.simulation.SimulatedNetwork;

class HubShardTest {

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
    void theLeaverSeesItsDepartureAndNothingAfter() {
        network.append(channel, actor);
        shard.subscribe(subscriber, channel, 0, 0);
        loop.runFor(100_000);
        network.append(channel, actor);
        network.leave(channel, subscriber.accountId());
        network.append(channel, actor);
        loop.runFor(1_000_000);
        assertThat(subscriber.seqs).containsExactly(1L, 2L);
        assertThat(subscriber.left).isTrue();
    }

    @Test
    void aDepartureBeforeAccessWasCheckedIsHistory() {
        network.append(channel, actor);
        network.leave(channel, subscriber.accountId());
        network.append(channel, actor);
        shard.subscribe(subscriber, channel, -1, network.head(channel));
        loop.runFor(1_000_000);
        network.append(channel, actor);
        loop.runFor(1_000_000);
        assertThat(subscriber.seqs).containsExactly(0L, 1L, 2L, 3L);
        assertThat(subscriber.left).isFalse();
    }

    @Test
    void aDepartureDuringCatchUpEndsIt() {
        network.append(channel, actor);
        Subscription subscription = shard.subscribe(subscriber, channel, -1, 0);
        network.leave(channel, subscriber.accountId());
        network.append(channel, actor);
        loop.runFor(2_000_000);
        assertThat(subscriber.seqs).containsExactly(0L, 1L);
        assertThat(subscription.isOpen()).isFalse();
    }

    @Test
    void aChannelWithoutSessionsIsLetGoAfterALinger() {
        network.append(channel, actor);
        Subscription subscription = shard.subscribe(subscriber, channel, 0, 0);
        loop.runFor(100_000);
        shard.unsubscribe(subscription);
        loop.runFor(1_900_000);
        assertThat(shard.size()).isEqualTo(1);
        loop.runFor(200_000);
        assertThat(shard.size()).isZero();
    }

    @Test
    void aLogThatEndsEarlierThanBeforeStartsEverybodyAtItsEnd() {
        for (int i = 0; i < 10; i++) {
            network.append(channel, actor);
        }
        shard.subscribe(subscriber, channel, network.head(channel), network.head(channel));
        loop.runFor(1_000_000);
        network.restore(channel, 4);
        loop.runFor(20_000_000);
        assertThat(subscriber.rewoundTo).containsExactly(4L);
        network.append(channel, actor);
        loop.runFor(20_000_000);
        assertThat(subscriber.seqs).containsExactly(5L);
    }

    @Test
    void sweepsAndFetchesAgainAfterCallsThatThrow() {
        network.append(channel, actor);
        shard.subscribe(subscriber, channel, 0, 0);
        loop.runFor(1_000_000);
        network.setThrowing(true);
        long seq = network.appendSilently(channel, actor);
        shard.acknowledged(channel, seq);
        loop.runFor(20_000_000);
        network.setThrowing(false);
        loop.runFor(20_000_000);
        assertThat(subscriber.seqs).containsExactly(1L);
    }

    @Test
    void anAcknowledgedEventThatNeverArrivesIsFetchedSoon() {
        network.append(channel, actor);
        shard.subscribe(subscriber, channel, 0, 0);
        loop.runFor(1_000_000);
        long seq = network.appendSilently(channel, actor);
        shard.acknowledged(channel, seq);
        loop.runFor(300_000);
        assertThat(subscriber.seqs).containsExactly(1L);
    }
}
