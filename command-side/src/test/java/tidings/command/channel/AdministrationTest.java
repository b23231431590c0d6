package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidings.command.channel.MessagesTest.account;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.channel.ChannelCommand.ArchiveChannel;
import tidings.command.channel.ChannelCommand.ChangeSettings;
import tidings.command.channel.ChannelCommand.ChangeSettings.Wording;
import tidings.command.channel.ChannelCommand.UnarchiveChannel;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.AnnouncementModeSet;
import tidings.events.channel.ChannelEvent.ChannelArchived;
import tidings.events.channel.ChannelEvent.ChannelRenamed;
import tidings.events.channel.ChannelEvent.ChannelUnarchived;
import tidings.events.channel.ChannelEvent.DescriptionChanged;
import tidings.events.channel.ChannelEvent.GuestsReadOnlySet;
import tidings.events.channel.ChannelEvent.SlowModeSet;
import tidings.events.channel.ChannelEvent.TopicChanged;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

class AdministrationTest {

    private static final AccountId ACTOR = account(200);

    @Test
    void changesAllThatIsGivenAtOnce() {
        room().when(
                        OWNER,
                        new ChangeSettings(
                                CHANNEL,
                                "caf\u0065\u0301",
                                new Wording("Tea"),
                                new Wording("About\ntea"),
                                30,
                                true,
                                true))
                .expectEvents(
                        new ChannelRenamed("caf\u00e9"),
                        new TopicChanged("Tea"),
                        new DescriptionChanged("About\ntea"),
                        new SlowModeSet(30),
                        new AnnouncementModeSet(true),
                        new GuestsReadOnlySet(true));
    }

    @Test
    void changesNothingThatIsSoAlready() {
        room().past(new TopicChanged("Tea"), OWNER)
                .past(new SlowModeSet(30), OWNER)
                .when(
                        OWNER,
                        new ChangeSettings(
                                CHANNEL, "somewhere", new Wording("Tea"), new Wording(null), 30, false, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        room().when(OWNER, new ChangeSettings(CHANNEL, null, null, null, null, null, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void takesATopicAway() {
        room().past(new TopicChanged("Tea"), OWNER).when(OWNER, topic(null)).expectEvents(new TopicChanged(null));
    }

    @Test
    void takesNoNameThatAnotherChannelHas() {
        room().when(OWNER, name(Scene.TAKEN)).expectException(refused(RejectionCode.CONFLICT));
    }

    /** Otherwise whoever may not rename a channel could keep names from all others. */
    @Test
    void reservesNoNameForWhoeverMayNotRename() {
        room().with(ACTOR, Role.MEMBER)
                .when(ACTOR, name(Scene.TAKEN))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    @ParameterizedTest
    @CsvSource({"OWNER,true,true", "ADMIN,true,true", "MODERATOR,true,false", "MEMBER,false,false", "GUEST,false,false"
    })
    void letsModeratorsDescribeAndAdminsDecide(Role role, boolean describes, boolean decides) {
        Scene scene = room().with(ACTOR, role);
        allowed(describes, scene, topic("Tea"));
        allowed(describes, scene, new ChangeSettings(CHANNEL, null, null, new Wording("Tea"), null, null, null));
        allowed(decides, scene, name("elsewhere"));
        allowed(decides, scene, new ChangeSettings(CHANNEL, null, null, null, 30, null, null));
        allowed(decides, scene, new ChangeSettings(CHANNEL, null, null, null, null, true, null));
        allowed(decides, scene, new ChangeSettings(CHANNEL, null, null, null, null, null, true));
        allowed(decides, scene, new ArchiveChannel(CHANNEL));
    }

    /** All or nothing: what one may do does not happen with what one may not. */
    @Test
    void changesNothingWhereOneOfTheChangesIsNotAllowed() {
        room().with(ACTOR, Role.MODERATOR)
                .when(ACTOR, new ChangeSettings(CHANNEL, null, new Wording("Tea"), null, 30, null, null))
                .expectException(refused(RejectionCode.FORBIDDEN))
                .expectNoEvents();
    }

    @Test
    void givesDirectChannelsATopicButNoNameAndNoRules() {
        Scene direct = Scene.in(Visibility.DIRECT);
        direct.when(OWNER, topic("Tea")).expectEvents(new TopicChanged("Tea"));
        direct.when(OWNER, name("elsewhere")).expectException(refused(RejectionCode.FORBIDDEN));
        direct.when(OWNER, new ChangeSettings(CHANNEL, null, null, null, 5, null, null))
                .expectException(refused(RejectionCode.FORBIDDEN));
        direct.when(OWNER, new ArchiveChannel(CHANNEL)).expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void archivesOnceAndOpensAgainOnce() {
        room().when(OWNER, new ArchiveChannel(CHANNEL)).expectEvents(new ChannelArchived());
        room().when(OWNER, new UnarchiveChannel(CHANNEL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        Scene archived = room().past(new ChannelArchived(), OWNER);
        archived.when(OWNER, new ArchiveChannel(CHANNEL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        archived.when(OWNER, new UnarchiveChannel(CHANNEL)).expectEvents(new ChannelUnarchived());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 21_601, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesSlowModeOutOfBounds(int seconds) {
        assertRefused(
                RejectionCode.BAD_FRAME, () -> new ChangeSettings(CHANNEL, null, null, null, seconds, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "two\nlines", "nul\u0000", "\ud800"})
    void refusesTopicsThatAreNone(String topic) {
        assertRefused(RejectionCode.BAD_FRAME, () -> topic(topic));
    }

    @Test
    void refusesWordsWithoutEnd() {
        assertRefused(RejectionCode.TOO_LARGE, () -> topic("x".repeat(251)));
        assertRefused(RejectionCode.TOO_LARGE, () -> name("x".repeat(81)));
        assertRefused(
                RejectionCode.TOO_LARGE,
                () -> new ChangeSettings(CHANNEL, null, null, new Wording("x".repeat(1_001)), null, null, null));
        assertThat(topic("👍".repeat(250)).topic()).isEqualTo(new Wording("👍".repeat(250)));
    }

    @ParameterizedTest
    @EnumSource(value = Visibility.class)
    void showsStrangersWhatTheyMayKnow(Visibility visibility) {
        RejectionCode code = visibility == Visibility.PUBLIC ? RejectionCode.FORBIDDEN : RejectionCode.NOT_FOUND;
        Scene.in(visibility).when(ACTOR, name(Scene.TAKEN)).expectException(refused(code));
    }

    private static void allowed(boolean allowed, Scene scene, ChannelCommand command) {
        if (allowed) {
            scene.when(ACTOR, command).expectSuccessfulHandlerExecution();
        } else {
            scene.when(ACTOR, command).expectException(refused(RejectionCode.FORBIDDEN));
        }
    }

    private static void assertRefused(RejectionCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Scene room() {
        return Scene.in(Visibility.PUBLIC);
    }

    private static ChangeSettings topic(@Nullable String text) {
        return new ChangeSettings(CHANNEL, null, new Wording(text), null, null, null, null);
    }

    private static ChangeSettings name(String name) {
        return new ChangeSettings(CHANNEL, name, null, null, null, null, null);
    }
}
