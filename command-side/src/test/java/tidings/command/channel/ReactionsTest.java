package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidings.command.channel.MessagesTest.message;
import static tidings.command.channel.MessagesTest.withOld;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.STRANGER;
import static tidings.command.channel.Scene.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidings.command.channel.ChannelCommand.AddReaction;
import tidings.command.channel.ChannelCommand.RemoveReaction;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.channel.ChannelEvent.ReactionAdded;
import tidings.events.channel.ChannelEvent.ReactionRemoved;
import tidings.events.channel.MessageId;
import tidings.events.emoji.Emoji;

/** Reactions: one of a person with an emoji, in its one spelling. */
class ReactionsTest {

    private static final List<String> KINDS = List.copyOf(Emoji.all());
    private static final MessageId OLD = message(1);
    private static final MessageId NEW = message(2);

    @Test
    void reactsOncePerEmoji() {
        withOld().when(OWNER, new AddReaction(CHANNEL, OLD, "👍")).expectEvents(new ReactionAdded(OLD, "👍"));
        withOld()
                .past(new ReactionAdded(OLD, "👍"), OWNER)
                .when(OWNER, new AddReaction(CHANNEL, OLD, "👍"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        withOld().when(STRANGER, new AddReaction(CHANNEL, OLD, "👍")).expectException(refused(RejectionCode.FORBIDDEN));
        withOld().when(OWNER, new AddReaction(CHANNEL, NEW, "👍")).expectException(refused(RejectionCode.NOT_FOUND));
    }

    @Test
    void takesFiftyKindsOfEmojiPerMessage() {
        Scene scene = withOld();
        for (int i = 0; i < 50; i++) {
            scene.past(new ReactionAdded(OLD, KINDS.get(i)), OWNER);
        }
        scene.when(OWNER, new AddReaction(CHANNEL, OLD, KINDS.get(90)))
                .expectException(refused(RejectionCode.CONFLICT));
        scene.when(MEMBER, new AddReaction(CHANNEL, OLD, KINDS.get(7)))
                .expectEvents(new ReactionAdded(OLD, KINDS.get(7)));
    }

    @ParameterizedTest
    @CsvSource({"\u2764, \u2764\ufe0f", "1\u20e3, 1\ufe0f\u20e3", ":wave::skin-tone-2:, 👋🏻", "✅\ufe0f, ✅", ":+1:, 👍"
    })
    void recordsAReactionInOneSpelling(String spelling, String canonical) {
        withOld().when(OWNER, new AddReaction(CHANNEL, OLD, spelling)).expectEvents(new ReactionAdded(OLD, canonical));
        withOld()
                .past(new ReactionAdded(OLD, spelling), OWNER)
                .when(OWNER, new AddReaction(CHANNEL, OLD, canonical))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        withOld()
                .past(new ReactionAdded(OLD, spelling), OWNER)
                .when(OWNER, new RemoveReaction(CHANNEL, OLD, canonical))
                .expectEvents(new ReactionRemoved(OLD, canonical));
    }

    @Test
    void takesACustomEmojiOnlyWhereThereIsOne() {
        withOld()
                .when(OWNER, new AddReaction(CHANNEL, OLD, ":shipit:"))
                .expectException(refused(RejectionCode.BAD_FRAME));
        withOld()
                .past(new ReactionAdded(OLD, ":shipit:"), MEMBER)
                .when(OWNER, new AddReaction(CHANNEL, OLD, ":shipit:"))
                .expectEvents(new ReactionAdded(OLD, ":shipit:"));
    }

    @Test
    void takesBackWhatWasAnEmojiOnlyBefore() {
        withOld()
                .past(new ReactionAdded(OLD, "lol"), OWNER)
                .when(OWNER, new RemoveReaction(CHANNEL, OLD, "lol"))
                .expectEvents(new ReactionRemoved(OLD, "lol"));
        assertThatThrownBy(() -> new AddReaction(CHANNEL, OLD, "lol")).isInstanceOf(CommandRefusedException.class);
    }

    @Test
    void takesAReactionBackOnce() {
        Scene scene = withOld().past(new ReactionAdded(OLD, "👍"), OWNER);
        scene.when(OWNER, new RemoveReaction(CHANNEL, OLD, "👍")).expectEvents(new ReactionRemoved(OLD, "👍"));
        scene.past(new ReactionRemoved(OLD, "👍"), OWNER)
                .when(OWNER, new RemoveReaction(CHANNEL, OLD, "👍"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
