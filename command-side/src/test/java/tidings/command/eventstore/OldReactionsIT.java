package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.AddReaction;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.channel.ChannelCommand.RemoveReaction;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.Outcome.Rejected;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.emoji.Emoji;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

/** A message that its channel forgot long ago takes each reaction once, and no more than fifty kinds. */
class OldReactionsIT {

    private static final List<String> KINDS = List.copyOf(Emoji.all());

    private final Database database = SharedServers.get().freshDatabase("reactions");

    @Test
    void recordsAReactionOnceAlsoAtAMessageOfAnyAge() {
        try (EngineNode node = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.open(author, "here");
            MessageId old = post(node, author, channel, "old");
            Accepted first = decide(node, author, new AddReaction(channel, old, "👍"));
            List<CompletableFuture<Outcome>> others = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                MessageId later = post(node, author, channel, "n" + i);
                others.add(node.dispatch(author, new AddReaction(channel, later, "👍")));
            }
            others.forEach(other -> assertThat(other.join()).isInstanceOf(Accepted.class));

            assertThat(decide(node, author, new AddReaction(channel, old, "👍")))
                    .isEqualTo(new Accepted(old, first.seq(), first.at(), 0));
            // no collation would tell these two apart
            assertThat(decide(node, author, new AddReaction(channel, old, "👎")).changes())
                    .isOne();
            assertThat(decide(node, author, new RemoveReaction(channel, old, "👍"))
                            .changes())
                    .isOne();
            assertThat(decide(node, author, new RemoveReaction(channel, old, "👍"))
                            .changes())
                    .isZero();
            for (int i = 1; i < 50; i++) {
                assertThat(decide(node, author, new AddReaction(channel, old, KINDS.get(i)))
                                .changes())
                        .isOne();
            }
            assertThat(((Rejected) node.decide(author, new AddReaction(channel, old, KINDS.get(90)))).code())
                    .isEqualTo(RejectionCode.CONFLICT);
        }
    }

    private static MessageId post(EngineNode node, AccountId author, ChannelId channel, String key) {
        PostMessage command =
                new PostMessage(channel, node.ids.nextMessageId(), new ClientMessageId(key), "hello", null);
        return Objects.requireNonNull(((Accepted) node.decide(author, command)).messageId());
    }

    private static Accepted decide(EngineNode node, AccountId actor, tidings.command.channel.ChannelCommand command) {
        return (Accepted) node.decide(actor, command);
    }
}
