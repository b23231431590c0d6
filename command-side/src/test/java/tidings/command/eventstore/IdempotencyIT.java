package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tidings.command.eventstore.GroupCommitIT.assertGapFree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tidings.command.channel.Channel;
import tidings.command.channel.ChannelCommand;
import tidings.command.channel.ChannelCommand.DeleteMessage;
import tidings.command.channel.ChannelCommand.EditMessage;
import tidings.command.channel.ChannelCommand.ImportMessages;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.channel.ImportedMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.Outcome.Rejected;
import tidings.command.dispatch.RejectionCode;
import tidings.command.dispatch.stripes.DispatchProperties;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class IdempotencyIT {

    private static final int MORE_THAN_IT_REMEMBERS = 600;

    private final Database database = SharedServers.get().freshDatabase("idempotency");

    @Test
    void answersAResendWithTheFirstAnswerWhileTheFirstAttemptIsUnderWay() {
        try (EngineNode node = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.open(author, "here");
            List<CompletableFuture<Outcome>> attempts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                attempts.add(node.dispatch(author, post(node, channel, "same")));
            }
            List<Accepted> answers =
                    attempts.stream().map(attempt -> (Accepted) attempt.join()).toList();
            assertThat(answers)
                    .extracting(Accepted::messageId)
                    .containsOnly(answers.getFirst().messageId());
            assertThat(answers).extracting(Accepted::seq).containsOnly(2L);
            assertThat(answers)
                    .extracting(Accepted::at)
                    .containsOnly(answers.getFirst().at());
            assertThat(answers).filteredOn(answer -> answer.changes() == 1).hasSize(1);
            assertGapFree(node, channel, 3);
        }
    }

    @Test
    void remembersAcrossRestartsNodesAndAnyNumberOfLaterMessages() {
        Accepted first;
        ChannelId channel;
        AccountId author;
        try (EngineNode node = EngineNode.on(database)) {
            author = node.ids.nextAccountId();
            channel = node.open(author, "here");
            first = (Accepted) node.decide(author, post(node, channel, "first"));
            postMany(node, author, channel);
            assertSameAnswer(first, node.decide(author, post(node, channel, "first")));
        }
        try (EngineNode restarted = EngineNode.on(database)) {
            assertSameAnswer(first, restarted.decide(author, post(restarted, channel, "first")));
            Rejected other = (Rejected) restarted.decide(
                    author,
                    new PostMessage(
                            channel, restarted.ids.nextMessageId(), new ClientMessageId("first"), "other", null));
            assertThat(other.code()).isEqualTo(RejectionCode.CONFLICT);
            assertThat(other.first()).isEqualTo(new Accepted(first.messageId(), first.seq(), first.at(), 0));
            assertGapFree(restarted, channel, 3 + MORE_THAN_IT_REMEMBERS);
        }
    }

    @Test
    void oneDuplicateDoesNotFailItsCompanions() {
        try (EngineNode node = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.open(author, "here");
            Accepted first = (Accepted) node.decide(author, post(node, channel, "first"));
            postMany(node, author, channel);
            List<CompletableFuture<Outcome>> mixed = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                mixed.add(node.dispatch(author, post(node, channel, i == 20 ? "first" : "new" + i)));
            }
            mixed.forEach(answer -> assertThat(answer.join()).isInstanceOf(Accepted.class));
            assertSameAnswer(first, mixed.get(20).join());
            assertGapFree(node, channel, 3 + MORE_THAN_IT_REMEMBERS + 59);
        }
    }

    @Test
    void decidesAboutMessagesOfAnyAgeByTheLog() {
        try (EngineNode node = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            AccountId other = node.ids.nextAccountId();
            ChannelId channel = node.open(author, "here");
            node.decide(other, new ChannelCommand.JoinChannel(channel));
            MessageId old =
                    Objects.requireNonNull(((Accepted) node.decide(author, post(node, channel, "old"))).messageId());
            postMany(node, author, channel);
            assertThat(code(node.decide(other, new EditMessage(channel, old, "mine"))))
                    .isEqualTo(RejectionCode.FORBIDDEN);
            assertThat(node.decide(author, new EditMessage(channel, old, "better")))
                    .isInstanceOf(Accepted.class);
            Accepted edit = (Accepted) node.decide(author, new EditMessage(channel, old, "best"));
            Accepted same = (Accepted) node.decide(author, new EditMessage(channel, old, "best"));
            assertThat(same).isEqualTo(new Accepted(old, edit.seq(), edit.at(), 0));
            Accepted deletion = (Accepted) node.decide(author, new DeleteMessage(channel, old));
            Accepted again = (Accepted) node.decide(author, new DeleteMessage(channel, old));
            assertThat(again.seq()).isEqualTo(deletion.seq());
            assertThat(again.changes()).isZero();
            assertThat(code(node.decide(author, new EditMessage(channel, old, "late"))))
                    .isEqualTo(RejectionCode.CONFLICT);
        }
    }

    @Test
    void importsAgainWithoutAChange() {
        try (EngineNode node = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.open(author, "here");
            ImportMessages command = imported(node, channel, author, 1_000);
            CompletableFuture<Outcome> first = node.dispatch(author, command);
            CompletableFuture<Outcome> twin = node.dispatch(author, imported(node, channel, author, 1_000));
            assertThat(((Accepted) first.join()).changes()).isEqualTo(1_000);
            assertThat(((Accepted) twin.join()).changes()).isZero();
            assertThat(((Accepted) node.decide(author, imported(node, channel, author, 1_000))).changes())
                    .isZero();
            assertGapFree(node, channel, 1_002);
        }
    }

    @Test
    void loadsFromASnapshotWhatItWouldLoadFromAllEvents() {
        DispatchProperties often = new DispatchProperties(2, 200, 2_000, 200_000, 100);
        AccountId author;
        ChannelId channel;
        try (EngineNode node = EngineNode.on(database, often)) {
            author = node.ids.nextAccountId();
            channel = node.open(author, "here");
            postMany(node, author, channel);
            await().until(() -> node.store
                    .readEvents(channel.toString())
                    .peek()
                    .getPayloadType()
                    .equals(Channel.class));
        }
        try (EngineNode node = EngineNode.on(database, often)) {
            Accepted known = (Accepted) node.decide(author, post(node, channel, "n599"));
            assertThat(known.changes()).isZero();
            EditMessage unchanged = new EditMessage(channel, Objects.requireNonNull(known.messageId()), "hello");
            assertThat(((Accepted) node.decide(author, unchanged)).changes()).isZero();
            assertThat(node.decide(author, post(node, channel, "fresh"))).isInstanceOf(Accepted.class);
            assertGapFree(node, channel, 3 + MORE_THAN_IT_REMEMBERS);
        }
    }

    private static void postMany(EngineNode node, AccountId author, ChannelId channel) {
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_IT_REMEMBERS; i++) {
            answers.add(node.dispatch(author, post(node, channel, "n" + i)));
            if (i % 100 == 99) {
                answers.forEach(answer -> assertThat(answer.join()).isInstanceOf(Accepted.class));
            }
        }
    }

    private static PostMessage post(EngineNode node, ChannelId channel, String key) {
        return new PostMessage(channel, node.ids.nextMessageId(), new ClientMessageId(key), "hello", null);
    }

    private static ImportMessages imported(EngineNode node, ChannelId channel, AccountId author, int messages) {
        List<ImportedMessage> all = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            all.add(new ImportedMessage(
                    node.ids.nextMessageId(),
                    new ClientMessageId("import-" + i),
                    author,
                    Instant.EPOCH.plusSeconds(i),
                    null,
                    "hello " + i,
                    null,
                    List.of()));
        }
        return new ImportMessages(channel, "slack", all);
    }

    private static void assertSameAnswer(Accepted first, Outcome again) {
        assertThat(again).isEqualTo(new Accepted(first.messageId(), first.seq(), first.at(), 0));
    }

    private static RejectionCode code(Outcome outcome) {
        return ((Rejected) outcome).code();
    }
}
