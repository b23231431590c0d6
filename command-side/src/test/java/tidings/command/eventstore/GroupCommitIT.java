package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class GroupCommitIT {

    private static final int IN_FLIGHT = 150;

    private final Database database = SharedServers.get().freshDatabase("group_commit");
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

    @Test
    void numbersTheMessagesOfManyChannelsWithoutGapsAndLosesNone() throws InterruptedException {
        try (EngineNode node = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            List<ChannelId> channels = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                channels.add(node.open(author, "channel-" + i));
            }
            List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                answers.add(post(node, author, channels.get(i % channels.size()), "m" + i));
            }
            answers.forEach(answer -> assertThat(answer.join()).isInstanceOf(Accepted.class));
            for (ChannelId channel : channels) {
                assertGapFree(node, channel, 102);
            }
            assertEveryAnswerIsInTheLog(node, answers);
        }
    }

    @Test
    void staysCorrectWhenTwoNodesDecideForOneHotChannelAtOnce() throws InterruptedException {
        try (EngineNode one = EngineNode.on(database);
                EngineNode other = EngineNode.on(database)) {
            AccountId author = one.ids.nextAccountId();
            ChannelId hot = one.open(author, "hot");
            List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                answers.add(post(i % 2 == 0 ? one : other, author, hot, "m" + i));
                if (i % 20 == 0) {
                    answers.getLast().join();
                }
            }
            long accepted = answers.stream()
                    .map(CompletableFuture::join)
                    .filter(Accepted.class::isInstance)
                    .count();
            assertThat(accepted).isEqualTo(600);
            assertGapFree(one, hot, 602);
            assertEveryAnswerIsInTheLog(one, answers);
        }
    }

    private CompletableFuture<Outcome> post(EngineNode node, AccountId author, ChannelId channel, String key)
            throws InterruptedException {
        inFlight.acquire();
        CompletableFuture<Outcome> answer = node.dispatch(
                author,
                new PostMessage(channel, node.ids.nextMessageId(), new ClientMessageId(key), "hello " + key, null));
        answer.whenComplete((outcome, failure) -> inFlight.release());
        return answer;
    }

    static void assertGapFree(EngineNode node, ChannelId channel, int events) {
        List<Long> seqs = node.jdbc.query(
                "SELECT sequence_number FROM domain_event_entry WHERE aggregate_identifier = ? ORDER BY global_index",
                (row, n) -> row.getLong(1),
                channel.toString());
        assertThat(seqs)
                .containsExactlyElementsOf(LongStream.range(0, events).boxed().toList());
    }

    private static void assertEveryAnswerIsInTheLog(EngineNode node, List<CompletableFuture<Outcome>> answers) {
        Set<String> logged = new HashSet<>(node.jdbc.query(
                "SELECT BIN_TO_UUID(message_id), sequence_number, time_stamp FROM domain_event_entry WHERE message_id IS NOT NULL",
                (row, n) -> row.getString(1) + "@" + row.getLong(2) + "@" + row.getLong(3)));
        assertThat(answers.stream()
                        .map(answer -> (Accepted) answer.join())
                        .map(accepted -> accepted.messageId() + "@" + accepted.seq() + "@"
                                + accepted.at().toEpochMilli()))
                .hasSize(answers.size())
                .doesNotHaveDuplicates()
                .allMatch(logged::contains);
    }
}
