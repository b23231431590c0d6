package tidings.command.dispatch.stripes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.Channel;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.channel.ChannelParts;
import tidings.command.channel.DecisionContext;
import tidings.command.dispatch.AggregateCommand;
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

/** Fault 31: an error in one command ends neither its stripe nor anybody's place among those under way. */
class UnexpectedErrorsIT {

    private static final int ERRORS = 20;
    private static final int ROOM_FOR = 5;

    @Test
    void answersACommandThatEndsByAnErrorAndGoesOn() {
        DispatchProperties narrow = new DispatchProperties(1, ROOM_FOR, ROOM_FOR, 10_000, 1_000);
        try (EngineNode node = EngineNode.on(SharedServers.get().freshDatabase("errors"), narrow);
                StripedDispatcher brittle =
                        new StripedDispatcher(narrow, List.of(channels(node)), node.store, new BackgroundTasks())) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.ids.nextChannelId();
            OpenChannel opening = new OpenChannel(channel, "here", null, Visibility.PUBLIC, List.of());
            assertThat(decide(brittle, author, opening)).isInstanceOf(Accepted.class);
            for (int i = 0; i < ERRORS; i++) {
                Rejected failed = (Rejected) decide(brittle, author, post(node, channel, "for @somebody"));
                assertThat(failed.code()).isEqualTo(RejectionCode.UNAVAILABLE);
                assertThat(decide(brittle, author, post(node, channel, "hello")))
                        .isInstanceOf(Accepted.class);
            }
            assertThat(brittle.inFlight()).isZero();
        }
    }

    private static Outcome decide(StripedDispatcher dispatcher, AccountId actor, AggregateCommand command) {
        return dispatcher.dispatch(actor, command, EngineNode.TIMEOUT).join();
    }

    /** Whoever is mentioned brings it down. */
    private static AggregateHost<Channel> channels(EngineNode node) {
        DecisionContext context = ChannelParts.context(node.jdbc, names -> {
            throw new StackOverflowError("injected");
        });
        return new AggregateHost<>(ChannelParts.aggregate(context), node.store, Snapshots.NONE, 10_000);
    }

    private static PostMessage post(EngineNode node, ChannelId channel, String body) {
        ClientMessageId key = new ClientMessageId(UUID.randomUUID().toString());
        return new PostMessage(channel, node.ids.nextMessageId(), key, body, null);
    }
}
