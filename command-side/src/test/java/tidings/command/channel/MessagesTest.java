package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.STRANGER;
import static tidings.command.channel.Scene.refused;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.channel.ChannelCommand.AddReaction;
import tidings.command.channel.ChannelCommand.DeleteMessage;
import tidings.command.channel.ChannelCommand.EditMessage;
import tidings.command.channel.ChannelCommand.ForwardMessage;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.MessageDeleted;
import tidings.events.channel.ChannelEvent.MessageEdited;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;

class MessagesTest {

    private static final MessageId OLD = message(1);
    private static final MessageId NEW = message(2);
    private static final EventPosition LONG_AGO = new EventPosition(1, Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void postsAMessageInNormalForm() {
        Scene.in(Visibility.PUBLIC)
                .when(MEMBER, post(NEW, "k", "cafe\u0301", null))
                .expectEvents(new MessagePosted(NEW, key("k"), "café", null));
    }

    @Test
    void postsNothingForStrangers() {
        Scene.in(Visibility.PUBLIC)
                .when(STRANGER, post(NEW, "k", "hi", null))
                .expectException(refused(RejectionCode.FORBIDDEN));
        Scene.in(Visibility.PRIVATE)
                .when(STRANGER, post(NEW, "k", "hi", null))
                .expectException(refused(RejectionCode.NOT_FOUND));
    }

    @Test
    void answersAResendWithTheFirstAnswer() {
        withOld()
                .when(MEMBER, post(NEW, "old", "hi", null))
                .expectNoEvents()
                .expectResultMessageMatching(Scene.firstAnswer(OLD, 3));
    }

    @Test
    void refusesAKnownKeyWithOtherContentAndSaysWhatItWasAnsweredFirst() {
        for (PostMessage other : List.of(post(NEW, "old", "hi again", null), post(NEW, "old", "hi", OLD))) {
            withOld()
                    .when(MEMBER, other)
                    .expectNoEvents()
                    .expectException(refused(RejectionCode.CONFLICT))
                    .expectException(firstAnswer(OLD, 3));
        }
        withOld()
                .when(MEMBER, new ForwardMessage(CHANNEL, NEW, key("old"), OLD))
                .expectException(refused(RejectionCode.CONFLICT));
    }

    @Test
    void comparesWhatWasSentFirstAlsoAfterAnEditAndADeletion() {
        withOld()
                .past(new MessageEdited(OLD, "better"), MEMBER)
                .when(MEMBER, post(NEW, "old", "hi", null))
                .expectResultMessageMatching(Scene.firstAnswer(OLD, 3));
        withOld()
                .past(new MessageEdited(OLD, "better"), MEMBER)
                .when(MEMBER, post(NEW, "old", "better", null))
                .expectException(refused(RejectionCode.CONFLICT));
        deleted().when(MEMBER, post(NEW, "old", "hi", null)).expectResultMessageMatching(Scene.firstAnswer(OLD, 3));
    }

    @Test
    void comparesWithTheLogWhereItRemembersNothing() {
        Scene.in(Visibility.PUBLIC)
                .logged(OLD, MEMBER, "old", LONG_AGO)
                .log(log -> log.content(OLD, MessageContent.written(ContentDigest.ofBody("hi"), null)))
                .whenRepeated(MEMBER, post(NEW, "old", "another", null))
                .expectException(refused(RejectionCode.CONFLICT))
                .expectException(firstAnswer(OLD, LONG_AGO.seq()));
    }

    @Test
    void recordsNoEditThatChangesNothing() {
        withOld()
                .when(MEMBER, new EditMessage(CHANNEL, OLD, "hi"))
                .expectNoEvents()
                .expectResultMessageMatching(Scene.firstAnswer(OLD, 3));
        withOld()
                .past(new MessageEdited(OLD, "cafe\u0301"), MEMBER)
                .past(new MessageEdited(OLD, "caf\u00e9"), MEMBER)
                .when(MEMBER, new EditMessage(CHANNEL, OLD, "cafe\u0301"))
                .expectNoEvents()
                .expectResultMessageMatching(Scene.firstAnswer(OLD, 5));
        withOld()
                .past(new MessageEdited(OLD, "better"), MEMBER)
                .when(MEMBER, new EditMessage(CHANNEL, OLD, "hi"))
                .expectEvents(new MessageEdited(OLD, "hi"));
    }

    @Test
    void recordsNoEditThatChangesNothingOfAMessageThatOnlyTheLogRemembers() {
        Scene logged = Scene.in(Visibility.PUBLIC)
                .logged(OLD, MEMBER, "old", LONG_AGO)
                .log(log -> log.wording(OLD, new Wording(ContentDigest.ofBody("hi"), LONG_AGO)));
        logged.when(MEMBER, new EditMessage(CHANNEL, OLD, "hi"))
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted(OLD, LONG_AGO.seq(), LONG_AGO.at(), 0));
        // what it did itself since then is newer than what the log said
        logged.past(new MessageEdited(OLD, "better"), MEMBER)
                .when(MEMBER, new EditMessage(CHANNEL, OLD, "hi"))
                .expectEvents(new MessageEdited(OLD, "hi"));
    }

    private static Matcher<CommandRefusedException> firstAnswer(MessageId messageId, long seq) {
        return new CustomTypeSafeMatcher<>("with the first answer") {
            @Override
            protected boolean matchesSafely(CommandRefusedException refused) {
                Accepted first = refused.first();
                return first != null && messageId.equals(first.messageId()) && first.seq() == seq;
            }
        };
    }

    @Test
    void keepsTheKeysOfDifferentSendersApart() {
        withOld()
                .when(OWNER, post(NEW, "old", "mine", null))
                .expectEvents(new MessagePosted(NEW, key("old"), "mine", null));
    }

    @Test
    void answersARepetitionFromTheLogWhereItRemembersNothing() {
        Scene.in(Visibility.PUBLIC)
                .logged(OLD, MEMBER, "old", LONG_AGO)
                .whenRepeated(MEMBER, post(NEW, "old", "hi", null))
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted(OLD, LONG_AGO.seq(), LONG_AGO.at(), 0));
    }

    @Test
    void repliesToWhatIsThere() {
        withOld().when(OWNER, post(NEW, "k", "yes", OLD)).expectEvents(new MessagePosted(NEW, key("k"), "yes", OLD));
        Scene.in(Visibility.PUBLIC)
                .when(OWNER, post(NEW, "k", "yes", OLD))
                .expectException(refused(RejectionCode.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "bell\u0007", "nul\u0000", "\udc00", "c1\u0086"})
    void refusesBodiesThatAreNone(String body) {
        assertThatThrownBy(() -> post(NEW, "k", body, null))
                .isInstanceOfSatisfying(
                        CommandRefusedException.class, e -> assertThat(e.code()).isEqualTo(RejectionCode.BAD_FRAME));
    }

    @Test
    void takesFourThousandCharactersAndNotOneMore() {
        Scene.in(Visibility.PUBLIC)
                .when(MEMBER, post(NEW, "k", "😀".repeat(4_000), null))
                .expectSuccessfulHandlerExecution();
        assertThatThrownBy(() -> post(NEW, "k", "x".repeat(4_001), null))
                .isInstanceOfSatisfying(
                        CommandRefusedException.class, e -> assertThat(e.code()).isEqualTo(RejectionCode.TOO_LARGE));
    }

    @Test
    void letsTheAuthorAloneEdit() {
        withOld().when(MEMBER, new EditMessage(CHANNEL, OLD, "better")).expectEvents(new MessageEdited(OLD, "better"));
        withOld().when(OWNER, new EditMessage(CHANNEL, OLD, "mine")).expectException(refused(RejectionCode.FORBIDDEN));
        withOld().when(MEMBER, new EditMessage(CHANNEL, NEW, "x")).expectException(refused(RejectionCode.NOT_FOUND));
    }

    @Test
    void editsMessagesThatOnlyTheLogRemembers() {
        Scene.in(Visibility.PUBLIC)
                .logged(OLD, MEMBER, "old", LONG_AGO)
                .when(MEMBER, new EditMessage(CHANNEL, OLD, "better"))
                .expectEvents(new MessageEdited(OLD, "better"));
    }

    @Test
    void changesNothingOfADeletedMessage() {
        deleted().when(MEMBER, new EditMessage(CHANNEL, OLD, "x")).expectException(refused(RejectionCode.CONFLICT));
        deleted().when(MEMBER, new AddReaction(CHANNEL, OLD, "👍")).expectException(refused(RejectionCode.CONFLICT));
        Scene.in(Visibility.PUBLIC)
                .logged(OLD, MEMBER, "old", LONG_AGO)
                .loggedDeletion(OLD, new EventPosition(2, LONG_AGO.at()))
                .when(MEMBER, new EditMessage(CHANNEL, OLD, "x"))
                .expectException(refused(RejectionCode.CONFLICT));
    }

    @Test
    void letsAuthorsAndModeratorsDelete() {
        withOld().when(MEMBER, new DeleteMessage(CHANNEL, OLD)).expectEvents(new MessageDeleted(OLD));
        withOld().when(OWNER, new DeleteMessage(CHANNEL, OLD)).expectEvents(new MessageDeleted(OLD));
        withOld()
                .past(new MessagePosted(NEW, key("new"), "o", null), OWNER)
                .when(MEMBER, new DeleteMessage(CHANNEL, NEW))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void deletesOnce() {
        deleted()
                .when(MEMBER, new DeleteMessage(CHANNEL, OLD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        EventPosition deletion = new EventPosition(2, LONG_AGO.at());
        Scene.in(Visibility.PUBLIC)
                .logged(OLD, MEMBER, "old", LONG_AGO)
                .loggedDeletion(OLD, deletion)
                .when(MEMBER, new DeleteMessage(CHANNEL, OLD))
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted(OLD, deletion.seq(), deletion.at(), 0));
    }

    static Scene withOld() {
        return Scene.in(Visibility.PUBLIC).past(new MessagePosted(OLD, key("old"), "hi", null), MEMBER);
    }

    private static Scene deleted() {
        return withOld().past(new MessageDeleted(OLD), MEMBER);
    }

    private static PostMessage post(MessageId id, String key, String body, @Nullable MessageId replyTo) {
        return new PostMessage(CHANNEL, id, key(key), body, replyTo);
    }

    private static ClientMessageId key(String text) {
        return new ClientMessageId(text);
    }

    static MessageId message(int n) {
        return new MessageId(new UUID(0x7000, n));
    }

    static AccountId account(int n) {
        return new AccountId(new UUID(0x7000, n));
    }
}
