package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.command.channel.MessagesTest.message;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.STRANGER;
import static tidings.command.channel.Scene.refused;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.ImportMessages;
import tidings.command.channel.ImportedMessage.ImportedReaction;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.MessageImported;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.ChannelEvent.ReactionAdded;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;

class ImportTest {

    private static final Instant THEN = Instant.parse("2015-01-01T00:00:00Z");

    @Test
    void takesOverWhatIsMissingWithItsFacts() {
        Scene.in(Visibility.PUBLIC)
                .past(new MessagePosted(message(1), key("known"), "hi", null), MEMBER)
                .logged(message(2), OWNER, "logged", new EventPosition(0, THEN))
                .when(
                        OWNER,
                        new ImportMessages(
                                CHANNEL,
                                "slack",
                                List.of(
                                        imported(11, "known", MEMBER, "hi", null),
                                        imported(12, "logged", OWNER, "hi", null),
                                        imported(13, "new", STRANGER, "", new MessageKey(OWNER, key("logged"))),
                                        imported(14, "new", STRANGER, "again", null),
                                        imported(15, "answer", OWNER, "yes", new MessageKey(STRANGER, key("new"))),
                                        imported(16, "lost", OWNER, "who?", new MessageKey(OWNER, key("gone"))))))
                .expectEvents(
                        event(13, "new", "", message(2)),
                        event(15, "answer", "yes", message(13)),
                        event(16, "lost", "who?", null));
    }

    @Test
    void takesOverReactionsOnce() {
        ImportedMessage liked = new ImportedMessage(
                message(20),
                key("liked"),
                MEMBER,
                THEN,
                THEN.plusSeconds(60),
                "look",
                null,
                List.of(new ImportedReaction(":+1:", List.of(OWNER, OWNER, STRANGER))));
        Scene.in(Visibility.PUBLIC)
                .when(OWNER, new ImportMessages(CHANNEL, "slack", List.of(liked)))
                .expectEvents(
                        new MessageImported(
                                message(20), key("liked"), THEN, THEN.plusSeconds(60), "slack", "look", null),
                        new ReactionAdded(message(20), ":+1:"),
                        new ReactionAdded(message(20), ":+1:"));
    }

    @Test
    void takesNothingOverIntoAChannelThatWasNeverOpened() {
        Scene.nothing()
                .when(OWNER, new ImportMessages(CHANNEL, "slack", List.of()))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void remembersWhatItTookOver() {
        Scene.in(Visibility.PUBLIC)
                .past(event(30, "theirs", "hi", null), MEMBER)
                .when(OWNER, new ChannelCommand.EditMessage(CHANNEL, message(30), "mine"))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void comesBackFromASnapshotAsItWas() {
        Channel channel = new Channel(CHANNEL);
        channel.on(event(1, "a", "hi", null), 0, THEN, MEMBER.toString());
        channel.on(new ReactionAdded(message(1), "x"), 1, THEN, OWNER.toString());
        ChannelSnapshot snapshot = channel.snapshot();
        assertThat(snapshot.restore().snapshot()).isEqualTo(snapshot);
    }

    private static ImportedMessage imported(
            int id, String key, AccountId author, String body, @Nullable MessageKey replyTo) {
        return new ImportedMessage(message(id), key(key), author, THEN, null, body, replyTo, List.of());
    }

    private static MessageImported event(int id, String key, String body, @Nullable MessageId replyTo) {
        return new MessageImported(message(id), key(key), THEN, null, "slack", body, replyTo);
    }

    private static ClientMessageId key(String text) {
        return new ClientMessageId(text);
    }
}
