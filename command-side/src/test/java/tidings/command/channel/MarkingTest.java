package tidings.command.channel;

import static tidings.command.channel.MessagesTest.account;
import static tidings.command.channel.MessagesTest.message;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.refused;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.AddReaction;
import tidings.command.channel.ChannelCommand.PinMessage;
import tidings.command.channel.ChannelCommand.RemoveReaction;
import tidings.command.channel.ChannelCommand.UnpinMessage;
import tidings.command.dispatch.RejectionCode;
import tidings.events.channel.ChannelEvent.MessageDeleted;
import tidings.events.channel.ChannelEvent.MessagePinned;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.ChannelEvent.MessageUnpinned;
import tidings.events.channel.ChannelEvent.ReactionAdded;
import tidings.events.channel.ChannelEvent.ReactionRemoved;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tidings.events.emoji.Emoji;

/** Reactions to messages of every age, and pins. */
class MarkingTest {

    private static final List<String> KINDS = List.copyOf(Emoji.all());

    private static final MessageId OLD = message(1);
    private static final MessageId RECENT = message(2);
    private static final EventPosition LONG_AGO = new EventPosition(-1, Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void reactsOnceToAMessageThatOnlyTheLogRemembers() {
        old().when(MEMBER, new AddReaction(CHANNEL, OLD, "👍")).expectEvents(new ReactionAdded(OLD, "👍"));
        old().log(log -> log.reaction(new Reaction(OLD, MEMBER, "👍"), LONG_AGO))
                .when(MEMBER, new AddReaction(CHANNEL, OLD, "👍"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void takesBackWhatOnlyTheLogRemembersAndNothingElse() {
        old().log(log -> log.reaction(new Reaction(OLD, MEMBER, "👍"), LONG_AGO))
                .when(MEMBER, new RemoveReaction(CHANNEL, OLD, "👍"))
                .expectEvents(new ReactionRemoved(OLD, "👍"));
        old().when(MEMBER, new RemoveReaction(CHANNEL, OLD, "👍"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void countsTheKindsOfEmojiOfTheLogAndOfWhatIsUnderWay() {
        Scene scene = old();
        for (int i = 0; i < Reacting.MAX_EMOJI - 1; i++) {
            String emoji = KINDS.get(i);
            scene.log(log -> log.reaction(new Reaction(OLD, OWNER, emoji), LONG_AGO));
        }
        scene.when(MEMBER, new AddReaction(CHANNEL, OLD, KINDS.get(92)))
                .expectEvents(new ReactionAdded(OLD, KINDS.get(92)));
        scene.past(new ReactionAdded(OLD, KINDS.get(92)), MEMBER);
        scene.when(MEMBER, new AddReaction(CHANNEL, OLD, KINDS.get(90)))
                .expectException(refused(RejectionCode.CONFLICT));
        scene.when(MEMBER, new AddReaction(CHANNEL, OLD, KINDS.get(7)))
                .expectEvents(new ReactionAdded(OLD, KINDS.get(7)));
    }

    @Test
    void remembersAReactionAlsoWhenManyOthersFollowed() {
        Scene scene = recent().past(new ReactionAdded(RECENT, "👍"), MEMBER);
        for (int i = 0; i < Window.MOST; i++) {
            scene.past(new ReactionAdded(RECENT, "👍"), account(1_000 + i));
        }
        scene.log(log -> log.reaction(new Reaction(RECENT, MEMBER, "👍"), LONG_AGO))
                .when(MEMBER, new AddReaction(CHANNEL, RECENT, "👍"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void makesRoomForAnotherEmojiWhenTheLastOfAKindIsGone() {
        Scene scene = recent();
        for (int i = 0; i < Reacting.MAX_EMOJI; i++) {
            scene.past(new ReactionAdded(RECENT, KINDS.get(i)), OWNER);
        }
        scene.past(new ReactionRemoved(RECENT, KINDS.get(7)), OWNER)
                .when(MEMBER, new AddReaction(CHANNEL, RECENT, KINDS.get(91)))
                .expectEvents(new ReactionAdded(RECENT, KINDS.get(91)));
    }

    @Test
    void pinsOnceAndUnpinsOnce() {
        recent().when(MEMBER, new PinMessage(CHANNEL, RECENT)).expectEvents(new MessagePinned(RECENT));
        recent().when(MEMBER, new UnpinMessage(CHANNEL, RECENT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        Scene pinned = recent().past(new MessagePinned(RECENT), OWNER);
        pinned.when(MEMBER, new PinMessage(CHANNEL, RECENT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        pinned.when(MEMBER, new UnpinMessage(CHANNEL, RECENT)).expectEvents(new MessageUnpinned(RECENT));
        old().when(MEMBER, new PinMessage(CHANNEL, OLD)).expectEvents(new MessagePinned(OLD));
    }

    @Test
    void pinsNeitherWhatIsNotThereNorWhatWasDeleted() {
        recent().when(MEMBER, new PinMessage(CHANNEL, OLD)).expectException(refused(RejectionCode.NOT_FOUND));
        recent().when(MEMBER, new UnpinMessage(CHANNEL, OLD)).expectException(refused(RejectionCode.NOT_FOUND));
        recent().past(new MessageDeleted(RECENT), MEMBER)
                .when(MEMBER, new PinMessage(CHANNEL, RECENT))
                .expectException(refused(RejectionCode.CONFLICT));
    }

    @Test
    void unpinsWhatIsDeleted() {
        recent().past(new MessagePinned(RECENT), OWNER)
                .past(new MessageDeleted(RECENT), MEMBER)
                .when(MEMBER, new UnpinMessage(CHANNEL, RECENT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void pinsOneHundredMessagesAndNotOneMore() {
        Scene scene = recent();
        for (int i = 0; i < Pins.MAX; i++) {
            scene.past(new MessagePinned(message(1_000 + i)), OWNER);
        }
        scene.when(OWNER, new PinMessage(CHANNEL, RECENT)).expectException(refused(RejectionCode.CONFLICT));
    }

    @Test
    void letsNoGuestPin() {
        recent().with(account(200), Role.GUEST)
                .when(account(200), new PinMessage(CHANNEL, RECENT))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    private static Scene old() {
        return Scene.in(Visibility.PUBLIC).logged(OLD, OWNER, "old", LONG_AGO);
    }

    private static Scene recent() {
        return Scene.in(Visibility.PUBLIC)
                .past(new MessagePosted(RECENT, new ClientMessageId("r"), "hi", null), MEMBER);
    }
}
