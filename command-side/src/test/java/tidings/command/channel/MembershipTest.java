package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.STRANGER;
import static tidings.command.channel.Scene.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.channel.ChannelCommand.AddMember;
import tidings.command.channel.ChannelCommand.ImportMembers;
import tidings.command.channel.ChannelCommand.JoinChannel;
import tidings.command.channel.ChannelCommand.LeaveChannel;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.RemoveMember;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.channel.ChannelEvent.ChannelOpened;
import tidings.events.channel.ChannelEvent.MemberJoined;
import tidings.events.channel.ChannelEvent.MemberLeft;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

class MembershipTest {

    @Test
    void opensWithTheActorAsOwnerAndEverybodyElseOnce() {
        Scene.nothing()
                .when(
                        OWNER,
                        new OpenChannel(
                                CHANNEL, "caf\u0065\u0301", "All of it", Visibility.PRIVATE, List.of(MEMBER, OWNER)))
                .expectEvents(
                        new ChannelOpened("caf\u00e9", "All of it", Visibility.PRIVATE),
                        new MemberJoined(OWNER, Role.OWNER),
                        new MemberJoined(MEMBER, Role.MEMBER));
    }

    @Test
    void opensOnceForTheSameOpener() {
        Scene.in(Visibility.PUBLIC)
                .when(OWNER, new OpenChannel(CHANNEL, "somewhere", null, Visibility.PUBLIC, List.of()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void doesNotOpenWhatSomebodyElseOpened() {
        Scene.in(Visibility.PUBLIC)
                .when(STRANGER, new OpenChannel(CHANNEL, "somewhere", null, Visibility.PUBLIC, List.of()))
                .expectException(refused(RejectionCode.CONFLICT));
    }

    @Test
    void opensNoDirectChannelWithNobody() {
        Scene.nothing()
                .when(OWNER, new OpenChannel(CHANNEL, null, null, Visibility.DIRECT, List.of(OWNER)))
                .expectException(refused(RejectionCode.BAD_FRAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Upper", "two words", "-", "semi;colon", "../up", "tab\tbed", "\ud800"})
    void refusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> new OpenChannel(CHANNEL, name, null, Visibility.PUBLIC, List.of()))
                .isInstanceOfSatisfying(
                        CommandRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(RejectionCode.BAD_FRAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "日本語", "a.b_c-d", "привет", "हिन्दी"})
    void takesNamesOfEveryScript(String name) {
        Scene.nothing()
                .when(OWNER, new OpenChannel(CHANNEL, name, null, Visibility.PUBLIC, List.of()))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void joinsAPublicChannel() {
        Scene.in(Visibility.PUBLIC)
                .when(STRANGER, new JoinChannel(CHANNEL))
                .expectEvents(new MemberJoined(STRANGER, Role.MEMBER));
    }

    @Test
    void joinsOnlyOnce() {
        Scene.in(Visibility.PUBLIC)
                .when(MEMBER, new JoinChannel(CHANNEL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(
            value = Visibility.class,
            names = {"PRIVATE", "DIRECT"})
    void hidesOtherChannelsFromWhoeverWantsToJoin(Visibility visibility) {
        Scene.in(visibility).when(STRANGER, new JoinChannel(CHANNEL)).expectException(refused(RejectionCode.NOT_FOUND));
    }

    @Test
    void letsAMemberLeave() {
        Scene.in(Visibility.PRIVATE).when(MEMBER, new LeaveChannel(CHANNEL)).expectEvents(new MemberLeft(MEMBER));
    }

    @Test
    void letsWhoeverIsNoMemberLeaveAPublicChannelWithoutATrace() {
        Scene.in(Visibility.PUBLIC)
                .when(STRANGER, new LeaveChannel(CHANNEL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void letsNobodyLeaveADirectChannel() {
        Scene.in(Visibility.DIRECT)
                .when(MEMBER, new LeaveChannel(CHANNEL))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void hidesAPrivateChannelFromWhoeverWantsToLeaveIt() {
        Scene.in(Visibility.PRIVATE)
                .when(STRANGER, new LeaveChannel(CHANNEL))
                .expectException(refused(RejectionCode.NOT_FOUND));
    }

    @Test
    void letsEveryMemberAddPeopleToAPublicChannel() {
        Scene.in(Visibility.PUBLIC)
                .when(MEMBER, new AddMember(CHANNEL, STRANGER))
                .expectEvents(new MemberJoined(STRANGER, Role.MEMBER));
    }

    @Test
    void letsOnlyThePowerfulAddPeopleToAPrivateChannel() {
        Scene.in(Visibility.PRIVATE)
                .when(MEMBER, new AddMember(CHANNEL, STRANGER))
                .expectException(refused(RejectionCode.FORBIDDEN));
        Scene.in(Visibility.PRIVATE)
                .when(OWNER, new AddMember(CHANNEL, STRANGER))
                .expectEvents(new MemberJoined(STRANGER, Role.MEMBER));
    }

    @Test
    void addsNobodyToADirectChannel() {
        Scene.in(Visibility.DIRECT)
                .when(OWNER, new AddMember(CHANNEL, STRANGER))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void addsNobodyTwice() {
        Scene.in(Visibility.PUBLIC)
                .when(OWNER, new AddMember(CHANNEL, MEMBER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void letsTheOwnerRemoveAMember() {
        Scene.in(Visibility.PUBLIC)
                .when(OWNER, new RemoveMember(CHANNEL, MEMBER))
                .expectEvents(new MemberLeft(MEMBER));
    }

    @Test
    void doesNotLetAMemberRemoveTheOwner() {
        Scene.in(Visibility.PUBLIC)
                .when(MEMBER, new RemoveMember(CHANNEL, OWNER))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void removesNobodyWhoIsNoMember() {
        Scene.in(Visibility.PUBLIC)
                .when(OWNER, new RemoveMember(CHANNEL, STRANGER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void importsOnlyTheMembersWhoAreMissing() {
        Scene.in(Visibility.PUBLIC)
                .when(OWNER, new ImportMembers(CHANNEL, List.of(MEMBER, STRANGER, STRANGER)))
                .expectEvents(new MemberJoined(STRANGER, Role.MEMBER));
    }
}
