package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.command.channel.MessagesTest.account;
import static tidings.command.channel.MessagesTest.message;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.STRANGER;
import static tidings.command.channel.Scene.refused;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidings.command.channel.ChannelCommand.ChangeSettings.Wording;
import tidings.command.dispatch.RejectionCode;
import tidings.events.channel.ChannelEvent.ChannelArchived;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** What holds for every command alike: strangers learn nothing, and archived channels take nothing. */
class EveryCommandTest {

    private static final MessageId MESSAGE = message(1);
    private static final ClientMessageId KEY = new ClientMessageId("another");

    /** Those that ask for a membership. */
    static List<ChannelCommand> ofMembers() {
        return Stream.concat(writing().stream(), possibleWhileArchived().stream())
                .toList();
    }

    static List<ChannelCommand> writing() {
        return List.of(
                new ChannelCommand.AddMember(CHANNEL, account(300)),
                new ChannelCommand.SetRole(CHANNEL, MEMBER, Role.GUEST),
                new ChannelCommand.ChangeSettings(CHANNEL, "elsewhere", null, null, null, null, null),
                new ChannelCommand.ChangeSettings(CHANNEL, null, new Wording("Tea"), null, null, null, null),
                new ChannelCommand.PostMessage(CHANNEL, message(2), KEY, "hi", null),
                new ChannelCommand.ForwardMessage(CHANNEL, message(2), KEY, MESSAGE),
                new ChannelCommand.EditMessage(CHANNEL, MESSAGE, "better"),
                new ChannelCommand.DeleteMessage(CHANNEL, MESSAGE),
                new ChannelCommand.AddReaction(CHANNEL, MESSAGE, "👍"),
                new ChannelCommand.RemoveReaction(CHANNEL, MESSAGE, "👍"),
                new ChannelCommand.PinMessage(CHANNEL, MESSAGE),
                new ChannelCommand.UnpinMessage(CHANNEL, MESSAGE));
    }

    static List<ChannelCommand> possibleWhileArchived() {
        return List.of(
                new ChannelCommand.ArchiveChannel(CHANNEL),
                new ChannelCommand.UnarchiveChannel(CHANNEL),
                new ChannelCommand.RemoveMember(CHANNEL, MEMBER),
                new ChannelCommand.BanMember(CHANNEL, MEMBER),
                new ChannelCommand.UnbanMember(CHANNEL, account(300)));
    }

    @ParameterizedTest
    @MethodSource("ofMembers")
    void hidesAPrivateChannelFromStrangers(ChannelCommand command) {
        room(Visibility.PRIVATE).when(STRANGER, command).expectException(refused(RejectionCode.NOT_FOUND));
        room(Visibility.DIRECT).when(STRANGER, command).expectException(refused(RejectionCode.NOT_FOUND));
    }

    @ParameterizedTest
    @MethodSource("ofMembers")
    void isForMembersOnlyInAPublicChannel(ChannelCommand command) {
        room(Visibility.PUBLIC).when(STRANGER, command).expectException(refused(RejectionCode.FORBIDDEN));
    }

    @ParameterizedTest
    @MethodSource("writing")
    void refusesWritingInAnArchivedChannel(ChannelCommand command) {
        archived().when(OWNER, command).expectException(refused(RejectionCode.CONFLICT));
        archived()
                .when(STRANGER, new ChannelCommand.JoinChannel(CHANNEL))
                .expectException(refused(RejectionCode.CONFLICT));
    }

    @ParameterizedTest
    @MethodSource("possibleWhileArchived")
    void stillKeepsOrderInAnArchivedChannel(ChannelCommand command) {
        ResultValidator<Channel> result = archived().when(OWNER, command);
        result.expectSuccessfulHandlerExecution();
    }

    @Test
    void knowsAllCommandsOfMembers() {
        Set<Class<?>> others = Set.of(
                ChannelCommand.OpenChannel.class,
                ChannelCommand.JoinChannel.class,
                ChannelCommand.LeaveChannel.class,
                ChannelCommand.ImportMembers.class,
                ChannelCommand.ImportMessages.class);
        Set<Class<?>> tried = ofMembers().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(Arrays.stream(ChannelCommand.class.getPermittedSubclasses()))
                .allMatch(command -> tried.contains(command) || others.contains(command));
    }

    private static Scene room(Visibility visibility) {
        return Scene.in(visibility).past(new MessagePosted(MESSAGE, new ClientMessageId("1"), "hi", null), OWNER);
    }

    private static Scene archived() {
        return room(Visibility.PUBLIC).past(new ChannelArchived(), OWNER);
    }
}
