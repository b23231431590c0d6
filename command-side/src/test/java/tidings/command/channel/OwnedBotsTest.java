package tidings.command.channel;

import static tidings.command.channel.MessagesTest.account;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidings.command.channel.ChannelCommand.BanMember;
import tidings.command.channel.ChannelCommand.LeaveChannel;
import tidings.command.channel.ChannelCommand.RemoveMember;
import tidings.command.channel.ChannelCommand.SetRole;
import tidings.command.channel.ChannelCommand.UnbanMember;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.MemberBanned;
import tidings.events.channel.ChannelEvent.MemberLeft;
import tidings.events.channel.ChannelEvent.MemberUnbanned;
import tidings.events.channel.ChannelEvent.RoleChanged;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** A bot has no more in a channel than who answers for it. */
class OwnedBotsTest {

    private static final AccountId BOT = account(300);
    private static final AccountId LATER_BOT = account(301);

    @ParameterizedTest
    @EnumSource(
            value = Visibility.class,
            names = {"PUBLIC", "PRIVATE"})
    void leavesWithItsOwner(Visibility visibility) {
        room(visibility, Role.MEMBER)
                .when(MEMBER, new LeaveChannel(CHANNEL))
                .expectEvents(new MemberLeft(MEMBER), new MemberLeft(BOT));
    }

    @Test
    void isRemovedWithItsOwner() {
        room(Visibility.PRIVATE, Role.GUEST)
                .when(OWNER, new RemoveMember(CHANNEL, MEMBER))
                .expectEvents(new MemberLeft(MEMBER), new MemberLeft(BOT));
    }

    @Test
    void isBannedWithItsOwnerWhetherItIsThereOrNot() {
        Scene room = room(Visibility.PRIVATE, Role.MEMBER);
        room.when(OWNER, new BanMember(CHANNEL, MEMBER))
                .expectEvents(
                        new MemberBanned(MEMBER), new MemberLeft(MEMBER), new MemberBanned(BOT), new MemberLeft(BOT));
        Scene.in(Visibility.PUBLIC)
                .answering(MEMBER, BOT)
                .when(OWNER, new BanMember(CHANNEL, MEMBER))
                .expectEvents(new MemberBanned(MEMBER), new MemberLeft(MEMBER), new MemberBanned(BOT));
    }

    @Test
    void isBannedByItsBannedOwnerWhenItIsMadeLater() {
        Scene banned = Scene.in(Visibility.PUBLIC)
                .past(new MemberLeft(MEMBER), OWNER)
                .past(new MemberBanned(MEMBER), OWNER)
                .answering(MEMBER, LATER_BOT);
        banned.when(MEMBER, new BanMember(CHANNEL, LATER_BOT)).expectEvents(new MemberBanned(LATER_BOT));
        banned.when(MEMBER, new BanMember(CHANNEL, OWNER)).expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void mayComeAgainWithItsOwner() {
        Scene.in(Visibility.PUBLIC)
                .past(new MemberBanned(BOT), OWNER)
                .past(new MemberBanned(account(302)), OWNER)
                .answering(account(302), BOT)
                .when(OWNER, new UnbanMember(CHANNEL, account(302)))
                .expectEvents(new MemberUnbanned(account(302)), new MemberUnbanned(BOT));
    }

    @Test
    void losesPowerWithItsOwnerAndGainsNone() {
        Scene room = Scene.in(Visibility.PRIVATE)
                .with(account(303), Role.ADMIN)
                .with(BOT, Role.MODERATOR)
                .answering(account(303), BOT);
        room.when(OWNER, new SetRole(CHANNEL, account(303), Role.GUEST))
                .expectEvents(new RoleChanged(account(303), Role.GUEST), new RoleChanged(BOT, Role.GUEST));
        room.when(OWNER, new SetRole(CHANNEL, account(303), Role.OWNER))
                .expectEvents(new RoleChanged(account(303), Role.OWNER));
    }

    @Test
    void shieldsItsOwnerWithItsOwnPower() {
        Scene room = Scene.in(Visibility.PRIVATE)
                .with(account(303), Role.MODERATOR)
                .with(BOT, Role.ADMIN)
                .answering(MEMBER, BOT);
        room.when(account(303), new RemoveMember(CHANNEL, MEMBER)).expectException(refused(RejectionCode.FORBIDDEN));
        room.when(account(303), new BanMember(CHANNEL, MEMBER)).expectException(refused(RejectionCode.FORBIDDEN));
    }

    @Test
    void doesNotLeaveAsTheLastOwner() {
        Scene.in(Visibility.PRIVATE)
                .with(BOT, Role.OWNER)
                .answering(OWNER, BOT)
                .when(OWNER, new LeaveChannel(CHANNEL))
                .expectException(refused(RejectionCode.CONFLICT));
    }

    private static Scene room(Visibility visibility, Role botsRole) {
        return Scene.in(visibility).with(BOT, botsRole).answering(MEMBER, BOT);
    }
}
