package tidings.command.dispatch.stripes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.Outcome.Rejected;
import tidings.command.dispatch.RejectionCode;
import tidings.command.eventstore.EngineNode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;

class BackPressureIT {

    private static final int ROOM_FOR = 5;

    @Test
    void saysBusyBeyondItsBoundAndTakesTheSameCommandLater() {
        try (EngineNode node = EngineNode.on(
                SharedServers.get().freshDatabase("back_pressure"),
                new DispatchProperties(1, ROOM_FOR, ROOM_FOR, 10_000, 1_000))) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.ids.nextChannelId();
            node.decide(author, new OpenChannel(channel, "here", null, Visibility.PUBLIC, List.of()));

            List<Outcome> outcomes =
                    IntStream.range(0, 100)
                            .mapToObj(i -> node.dispatch(author, post(node, channel, i)))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();

            List<Rejected> refused = outcomes.stream()
                    .filter(Rejected.class::isInstance)
                    .map(Rejected.class::cast)
                    .toList();
            assertThat(refused)
                    .isNotEmpty()
                    .allMatch(rejected -> rejected.code() == RejectionCode.BUSY
                            && rejected.retryAfter().isPositive());
            for (int i = 0; i < 100; i++) {
                assertThat(node.decide(author, post(node, channel, i))).isInstanceOf(Accepted.class);
            }
            assertThat(node.dispatcher.inFlight()).isZero();
        }
    }

    @Test
    void letsABurstWaitItsTurnAndKeepsItsOrder() {
        try (EngineNode node = EngineNode.on(
                SharedServers.get().freshDatabase("back_pressure"),
                new DispatchProperties(1, ROOM_FOR, 1_000, 10_000, 1_000))) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.ids.nextChannelId();
            node.decide(author, new OpenChannel(channel, "here", null, Visibility.PUBLIC, List.of()));

            List<Long> seqs =
                    IntStream.range(0, 500)
                            .mapToObj(i -> node.dispatch(author, post(node, channel, i)))
                            .toList()
                            .stream()
                            .map(outcome -> ((Accepted) outcome.join()).seq())
                            .toList();

            assertThat(seqs)
                    .containsExactlyElementsOf(LongStream.range(2, 502).boxed().toList());
            assertThat(node.dispatcher.drain(EngineNode.TIMEOUT)).isTrue();
        }
    }

    @Test
    void dropsWhatHasNotBegunInTimeAndTakesNothingMoreWhenItDrains() {
        try (EngineNode node = EngineNode.on(SharedServers.get().freshDatabase("back_pressure"))) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.ids.nextChannelId();
            node.decide(author, new OpenChannel(channel, "here", null, Visibility.PUBLIC, List.of()));
            assertThat(code(node.dispatcher
                            .dispatch(author, post(node, channel, 1), Duration.ZERO)
                            .join()))
                    .isEqualTo(RejectionCode.UNAVAILABLE);
            assertThat(node.dispatcher.drain(EngineNode.TIMEOUT)).isTrue();
            assertThat(code(node.decide(author, post(node, channel, 2)))).isEqualTo(RejectionCode.UNAVAILABLE);
            assertThat(node.jdbc.queryForObject("SELECT COUNT(*) FROM domain_event_entry", Long.class))
                    .isEqualTo(2);
        }
    }

    private static PostMessage post(EngineNode node, ChannelId channel, int i) {
        return new PostMessage(channel, node.ids.nextMessageId(), new ClientMessageId("m" + i), "hello", null);
    }

    private static RejectionCode code(Outcome outcome) {
        return ((Rejected) outcome).code();
    }
}
