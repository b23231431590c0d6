package tidings.command.channel;

import static tidings.command.channel.MessagesTest.account;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.STRANGER;
import static tidings.command.channel.Scene.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tidings.command.channel.ChannelCommand.AddMember;
import tidings.command.channel.ChannelCommand.BanMember;
import tidings.command.channel.ChannelCommand.ImportMembers;
import tidings.command.channel.ChannelCommand.JoinChannel;
import tidings.command.channel.ChannelCommand.LeaveChannel;
import tidings.command.channel.ChannelCommand.RemoveMember;
import tidings.command.channel.ChannelCommand.SetRole;
import tidings.command.channel.ChannelCommand.UnbanMember;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.ChannelOpened;
import tidings.events.channel.ChannelEvent.MemberBanned;
import tidings.events.channel.ChannelEvent.MemberJoined;
import tidings.events.channel.ChannelEvent.MemberLeft;
import tidings.events.channel.ChannelEvent.MemberUnbanned;
import tidings.events.channel.ChannelEvent.RoleChanged;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

class StandingTest {

    private static final AccountId ACTOR = account(200);
    private static final AccountId OTHER = account(201);

    @ParameterizedTest
    @CsvSource({
        "OWNER,MEMBER,OWNER,true",
        "OWNER,OWNER,ADMIN,true",
        "OWNER,ADMIN,GUEST,true",
        "ADMIN,MEMBER,MODERATOR,true",
        "ADMIN,MODERATOR,GUEST,true",
        "ADMIN,MEMBER,ADMIN,false",
        "ADMIN,MEMBER,OWNER,false",
        "ADMIN,ADMIN,MEMBER,false",
        "ADMIN,OWNER,MEMBER,false",
        "MODERATOR,MEMBER,GUEST,false",
        "MEMBER,GUEST,MEMBER,false",
        "GUEST,MEMBER,GUEST,false"
    })
    void changesRolesByPower(Role actor, Role before, Role after, boolean allowed) {
        Scene scene = room().with(ACTOR, actor).with(OTHER, before);
        SetRole command = new SetRole(CHANNEL, OTHER, after);
        if (allowed) {
            scene.when(ACTOR, command).expectEvents(new RoleChanged(OTHER, after));
        } else {
            scene.when(ACTOR, command).expectException(refused(RejectionCode.FORBIDDEN));
        }
    }

    @Test
    void changesNothingWhereTheRoleIsSoAlready() {
        room().when(OWNER, new SetRole(CHANNEL, MEMBER, Role.MEMBER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void letsEverybodyGiveUpPowerAndNobodyTakeIt() {
        room().with(ACTOR, Role.MODERATOR)
                .when(ACTOR, new SetRole(CHANNEL, ACTOR, Role.MEMBER))
                .expectEvents(new RoleChanged(ACTOR, Role.MEMBER));
        room().when(MEMBER, new SetRole(CHANNEL, MEMBER, Role.OWNER)).expectException(refused(RejectionCode.FORBIDDEN));
        room().with(ACTOR, Role.ADMIN)
                .when(ACTOR, new SetRole(CHANNEL, ACTOR, Role.OWNER))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void keepsTheLastOwnerUntilThereIsAnother() {
        room().when(OWNER, new LeaveChannel(CHANNEL)).expectException(refused(RejectionCode.CONFLICT));
        room().when(OWNER, new SetRole(CHANNEL, OWNER, Role.MEMBER)).expectException(refused(RejectionCode.CONFLICT));
        Scene handedOver = room().past(new RoleChanged(MEMBER, Role.OWNER), OWNER);
        handedOver.when(OWNER, new LeaveChannel(CHANNEL)).expectEvents(new MemberLeft(OWNER));
        handedOver
                .when(OWNER, new SetRole(CHANNEL, OWNER, Role.GUEST))
                .expectEvents(new RoleChanged(OWNER, Role.GUEST));
        handedOver
                .past(new MemberLeft(OWNER), OWNER)
                .when(MEMBER, new LeaveChannel(CHANNEL))
                .expectException(refused(RejectionCode.CONFLICT));
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,OWNER,true",
        "OWNER,GUEST,true",
        "ADMIN,MODERATOR,true",
        "ADMIN,ADMIN,false",
        "ADMIN,OWNER,false",
        "MODERATOR,MODERATOR,false",
        "MEMBER,MEMBER,true",
        "MEMBER,GUEST,true",
        "MEMBER,MODERATOR,false",
        "GUEST,GUEST,false"
    })
    void addsPeopleWithARole(Role actor, Role role, boolean allowed) {
        Scene scene = room().with(ACTOR, actor);
        SetRole command = new SetRole(CHANNEL, STRANGER, role);
        if (allowed) {
            scene.when(ACTOR, command).expectEvents(new MemberJoined(STRANGER, role));
        } else {
            scene.when(ACTOR, command).expectException(refused(RejectionCode.FORBIDDEN));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,ADMIN,true",
        "ADMIN,MODERATOR,true",
        "MODERATOR,MEMBER,true",
        "MODERATOR,GUEST,true",
        "MODERATOR,MODERATOR,false",
        "MODERATOR,OWNER,false",
        "ADMIN,ADMIN,false",
        "OWNER,OWNER,false",
        "MEMBER,GUEST,false",
        "GUEST,GUEST,false"
    })
    void removesAndBansThoseOfLessPower(Role actor, Role other, boolean allowed) {
        Scene scene = room().with(ACTOR, actor).with(OTHER, other);
        if (allowed) {
            scene.when(ACTOR, new RemoveMember(CHANNEL, OTHER)).expectEvents(new MemberLeft(OTHER));
            scene.when(ACTOR, new BanMember(CHANNEL, OTHER))
                    .expectEvents(new MemberBanned(OTHER), new MemberLeft(OTHER));
        } else {
            scene.when(ACTOR, new RemoveMember(CHANNEL, OTHER)).expectException(refused(RejectionCode.FORBIDDEN));
            scene.when(ACTOR, new BanMember(CHANNEL, OTHER)).expectException(refused(RejectionCode.FORBIDDEN));
        }
    }

    @Test
    void bansAlsoWhoeverIsNoMember() {
        room().when(OWNER, new BanMember(CHANNEL, STRANGER)).expectEvents(new MemberBanned(STRANGER));
        room().when(OWNER, new BanMember(CHANNEL, OWNER)).expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void bansOnceAndLiftsABanOnce() {
        banned(Visibility.PUBLIC)
                .when(OWNER, new BanMember(CHANNEL, MEMBER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        banned(Visibility.PUBLIC)
                .when(OWNER, new UnbanMember(CHANNEL, MEMBER))
                .expectEvents(new MemberUnbanned(MEMBER));
        room().when(OWNER, new UnbanMember(CHANNEL, MEMBER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        room().when(MEMBER, new UnbanMember(CHANNEL, STRANGER)).expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void keepsTheBannedOutByEveryDoor() {
        banned(Visibility.PUBLIC)
                .when(MEMBER, new JoinChannel(CHANNEL))
                .expectException(refused(RejectionCode.FORBIDDEN));
        banned(Visibility.PUBLIC)
                .when(OWNER, new AddMember(CHANNEL, MEMBER))
                .expectException(refused(RejectionCode.CONFLICT));
        banned(Visibility.PUBLIC)
                .when(OWNER, new SetRole(CHANNEL, MEMBER, Role.GUEST))
                .expectException(refused(RejectionCode.CONFLICT));
        banned(Visibility.PUBLIC)
                .when(OWNER, new ImportMembers(CHANNEL, List.of(MEMBER)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        banned(Visibility.PRIVATE)
                .when(MEMBER, new JoinChannel(CHANNEL))
                .expectException(refused(RejectionCode.NOT_FOUND));
    }

    @Test
    void letsTheUnbannedJoinAgain() {
        banned(Visibility.PUBLIC)
                .past(new MemberUnbanned(MEMBER), OWNER)
                .when(MEMBER, new JoinChannel(CHANNEL))
                .expectEvents(new MemberJoined(MEMBER, Role.MEMBER));
    }

    @Test
    void bansTenThousandPeopleAndNobodyMore() {
        Scene scene = Scene.nothing()
                .past(new ChannelOpened("here", null, Visibility.PUBLIC), OWNER)
                .past(new MemberJoined(OWNER, Role.OWNER), OWNER);
        for (int i = 0; i < Members.MAX_BANS; i++) {
            scene.past(new MemberBanned(account(1_000 + i)), OWNER);
        }
        scene.when(OWNER, new BanMember(CHANNEL, STRANGER)).expectException(refused(RejectionCode.CONFLICT));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void knowsNoRolesAndNoBansInDirectChannels(Role role) {
        Scene.in(Visibility.DIRECT)
                .when(OWNER, new SetRole(CHANNEL, MEMBER, role))
                .expectException(refused(RejectionCode.FORBIDDEN));
        Scene.in(Visibility.DIRECT)
                .when(OWNER, new BanMember(CHANNEL, MEMBER))
                .expectException(refused(RejectionCode.FORBIDDEN));
    }

    private static Scene room() {
        return Scene.in(Visibility.PUBLIC);
    }

    private static Scene banned(Visibility visibility) {
        return Scene.in(visibility).past(new MemberLeft(MEMBER), OWNER).past(new MemberBanned(MEMBER), OWNER);
    }
}
