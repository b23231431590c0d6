package tidings.command.channel;

import static tidings.command.channel.MessagesTest.account;
import static tidings.command.channel.MessagesTest.message;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.NOW;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.STRANGER;
import static tidings.command.channel.Scene.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.channel.ChannelCommand.EditMessage;
import tidings.command.channel.ChannelCommand.ForwardMessage;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.RejectionCode;
import tidings.events.channel.ChannelEvent.AnnouncementModeSet;
import tidings.events.channel.ChannelEvent.ChannelArchived;
import tidings.events.channel.ChannelEvent.GuestsReadOnlySet;
import tidings.events.channel.ChannelEvent.MessageDeleted;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.ChannelEvent.SlowModeSet;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Forwarded;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** Posting by the channel's rules, threads and forwarding. */
class WritingTest {

    private static final MessageId ROOT = message(1);
    private static final MessageId ANSWER = message(2);
    private static final MessageId NEW = message(3);
    private static final EventPosition LONG_AGO = new EventPosition(1, Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void putsAnAnswerToAnAnswerIntoTheSameThread() {
        room().past(new MessagePosted(ROOT, key("1"), "tea?", null), OWNER)
                .past(new MessagePosted(ANSWER, key("2"), "yes", ROOT), MEMBER)
                .when(OWNER, post(ANSWER))
                .expectEvents(new MessagePosted(NEW, key("k"), "hi", ANSWER, ROOT, null, null));
    }

    @Test
    void findsTheThreadOfAnAnswerThatOnlyTheLogRemembers() {
        room().logged(ANSWER, MEMBER, "2", LONG_AGO)
                .log(log -> log.thread(ANSWER, ROOT))
                .when(OWNER, post(ANSWER))
                .expectEvents(new MessagePosted(NEW, key("k"), "hi", ANSWER, ROOT, null, null));
        room().logged(ROOT, MEMBER, "1", LONG_AGO)
                .when(OWNER, post(ROOT))
                .expectEvents(new MessagePosted(NEW, key("k"), "hi", ROOT, ROOT, null, null));
    }

    @Test
    void answersNothingThatIsNotThere() {
        room().when(OWNER, post(ROOT)).expectException(refused(RejectionCode.NOT_FOUND));
    }

    @Test
    void answersNothingThatWasDeletedButWhateverElseIsInItsThread() {
        room().past(new MessagePosted(ROOT, key("1"), "tea?", null), OWNER)
                .past(new MessagePosted(ANSWER, key("2"), "yes", ROOT), MEMBER)
                .past(new MessageDeleted(ROOT), OWNER)
                .when(OWNER, post(ROOT))
                .expectException(refused(RejectionCode.CONFLICT));
        room().past(new MessagePosted(ROOT, key("1"), "tea?", null), OWNER)
                .past(new MessagePosted(ANSWER, key("2"), "yes", ROOT), MEMBER)
                .past(new MessageDeleted(ROOT), OWNER)
                .when(OWNER, post(ANSWER))
                .expectEvents(new MessagePosted(NEW, key("k"), "hi", ANSWER, ROOT, null, null));
    }

    @Test
    void forwardsWhatTheActorMayRead() {
        ChannelId elsewhere = new ChannelId(new UUID(0x7000, 2));
        room().log(log -> log.readable(new Original(elsewhere, ROOT, STRANGER, "look @ada"), MEMBER))
                .called("ada", OWNER)
                .when(MEMBER, forward("k"))
                .expectEvents(new MessagePosted(
                        NEW, key("k"), "look @ada", null, null, null, new Forwarded(elsewhere, ROOT, STRANGER)));
    }

    @Test
    void doesNotSayWhetherThereIsSomethingThatTheActorMayNotForward() {
        ChannelId elsewhere = new ChannelId(new UUID(0x7000, 2));
        room().log(log -> log.readable(new Original(elsewhere, ROOT, STRANGER, "secret"), OWNER))
                .when(MEMBER, forward("k"))
                .expectException(refused(RejectionCode.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({"'',BAD_FRAME", "' ',BAD_FRAME"})
    void forwardsNoEmptyImports(String body, RejectionCode code) {
        room().log(log -> log.readable(new Original(CHANNEL, ROOT, OWNER, body), MEMBER))
                .when(MEMBER, forward("k"))
                .expectException(refused(code));
        room().log(log -> log.readable(new Original(CHANNEL, ROOT, OWNER, "x".repeat(4_001)), MEMBER))
                .when(MEMBER, forward("k"))
                .expectException(refused(RejectionCode.TOO_LARGE));
    }

    @Test
    void forwardsOnce() {
        Forwarded original = new Forwarded(new ChannelId(new UUID(0x7000, 2)), ROOT, STRANGER);
        room().past(new MessagePosted(ANSWER, key("k"), "as it was then", null, null, null, original), MEMBER)
                .when(MEMBER, forward("k"))
                .expectNoEvents()
                .expectResultMessageMatching(Scene.firstAnswer(ANSWER, 3));
        room().past(new MessagePosted(ANSWER, key("k"), "hi", null), MEMBER)
                .when(MEMBER, forward("k"))
                .expectException(refused(RejectionCode.CONFLICT));
    }

    @ParameterizedTest
    @CsvSource({"OWNER,true", "ADMIN,true", "MODERATOR,true", "MEMBER,false", "GUEST,false"})
    void letsOnlyModeratorsPostAnnouncements(Role role, boolean posts) {
        Scene scene = room().with(account(200), role).past(new AnnouncementModeSet(true), OWNER);
        expect(posts ? null : RejectionCode.FORBIDDEN, scene, account(200), post(null));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsGuestsReadOnlyWhereThatIsSet(Role role) {
        Scene open = room().with(account(200), role);
        expect(null, open, account(200), post(null));
        open.past(new GuestsReadOnlySet(true), OWNER);
        RejectionCode code = role == Role.GUEST ? RejectionCode.FORBIDDEN : null;
        expect(code, open, account(200), post(null));
        expect(code, open.past(new MessagePosted(ROOT, key("1"), "hi", null), account(200)), account(200), edit());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 29})
    void makesMembersWaitInSlowMode(int secondsLater) {
        slow(NOW.minusSeconds(secondsLater))
                .when(MEMBER, post(null))
                .expectException(refused(RejectionCode.RATE_LIMITED, Duration.ofSeconds(30 - secondsLater)));
    }

    @Test
    void letsThemWriteAgainAfterwards() {
        expect(null, slow(NOW.minusSeconds(30)), MEMBER, post(null));
        expect(null, slow(NOW), account(201), post(null));
        expect(null, slow(NOW).past(new SlowModeSet(0), OWNER), MEMBER, post(null));
        expect(null, slow(NOW).past(new MessagePosted(ANSWER, key("o"), "hi", null), OWNER), OWNER, post(null));
    }

    @Test
    void answersAResendAlsoWhereItWouldHaveToWait() {
        slow(NOW)
                .when(MEMBER, new PostMessage(CHANNEL, NEW, key("1"), "hi", null))
                .expectNoEvents()
                .expectResultMessageMatching(Scene.firstAnswer(ROOT, 5));
    }

    @Test
    void answersAResendAlsoInAnArchivedChannel() {
        room().past(new MessagePosted(ROOT, key("1"), "hi", null), MEMBER)
                .past(new ChannelArchived(), OWNER)
                .when(MEMBER, new PostMessage(CHANNEL, NEW, key("1"), "hi", null))
                .expectNoEvents()
                .expectResultMessageMatching(Scene.firstAnswer(ROOT, 3));
    }

    private static void expect(
            @Nullable RejectionCode code, Scene scene, tidings.events.account.AccountId actor, ChannelCommand command) {
        if (code == null) {
            scene.when(actor, command).expectSuccessfulHandlerExecution();
        } else {
            scene.when(actor, command).expectException(refused(code));
        }
    }

    private static Scene room() {
        return Scene.in(Visibility.PUBLIC);
    }

    /** 30 s of slow mode, in which the member posted at that time. */
    private static Scene slow(Instant posted) {
        return room().with(account(201), Role.MEMBER)
                .past(new SlowModeSet(30), OWNER)
                .past(new MessagePosted(ROOT, key("1"), "hi", null), MEMBER, posted);
    }

    private static PostMessage post(@Nullable MessageId replyTo) {
        return new PostMessage(CHANNEL, NEW, key("k"), "hi", replyTo);
    }

    private static EditMessage edit() {
        return new EditMessage(CHANNEL, ROOT, "better");
    }

    private static ForwardMessage forward(String key) {
        return new ForwardMessage(CHANNEL, NEW, key(key), ROOT);
    }

    private static ClientMessageId key(String text) {
        return new ClientMessageId(text);
    }
}
