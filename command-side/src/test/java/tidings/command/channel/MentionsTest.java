package tidings.command.channel;

import static tidings.command.channel.MessagesTest.account;
import static tidings.command.channel.MessagesTest.message;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.MEMBER;
import static tidings.command.channel.Scene.OWNER;
import static tidings.command.channel.Scene.STRANGER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.EditMessage;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.events.channel.ChannelEvent.MemberBanned;
import tidings.events.channel.ChannelEvent.MessageEdited;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Mentions;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

class MentionsTest {

    private static final MessageId MESSAGE = message(1);
    private static final ClientMessageId KEY = new ClientMessageId("k");

    @Test
    void resolvesNamesToWhoeverReadsTheChannel() {
        people(Visibility.PUBLIC)
                .when(OWNER, post("@member @stranger @nobody @banned @member."))
                .expectEvents(posted(
                        "@member @stranger @nobody @banned @member.",
                        new Mentions(List.of(MEMBER, STRANGER), false, false)));
        people(Visibility.PRIVATE)
                .when(OWNER, post("@member @stranger"))
                .expectEvents(posted("@member @stranger", new Mentions(List.of(MEMBER), false, false)));
        people(Visibility.PRIVATE).when(OWNER, post("@stranger")).expectEvents(posted("@stranger", null));
    }

    @Test
    void callsEverybodyOrThoseWhoAreHere() {
        people(Visibility.PUBLIC)
                .when(MEMBER, post("@Channel, @here!"))
                .expectEvents(posted("@Channel, @here!", new Mentions(List.of(), true, true)));
        people(Visibility.PUBLIC)
                .with(account(200), Role.GUEST)
                .when(account(200), post("@channel @member"))
                .expectEvents(posted("@channel @member", new Mentions(List.of(MEMBER), false, false)));
        people(Visibility.DIRECT)
                .when(MEMBER, post("@channel"))
                .expectEvents(posted("@channel", new Mentions(List.of(), true, false)));
    }

    @Test
    void resolvesThemAnewWhenABodyIsReplaced() {
        people(Visibility.PUBLIC)
                .past(posted("@member", new Mentions(List.of(MEMBER), false, false)), OWNER)
                .when(OWNER, new EditMessage(CHANNEL, MESSAGE, "@stranger"))
                .expectEvents(new MessageEdited(MESSAGE, "@stranger", new Mentions(List.of(STRANGER), false, false)));
    }

    private static Scene people(Visibility visibility) {
        return Scene.in(visibility)
                .past(new MemberBanned(account(300)), OWNER)
                .called("member", MEMBER)
                .called("stranger", STRANGER)
                .called("banned", account(300));
    }

    private static PostMessage post(String body) {
        return new PostMessage(CHANNEL, MESSAGE, KEY, body, null);
    }

    private static MessagePosted posted(String body, @Nullable Mentions mentions) {
        return new MessagePosted(MESSAGE, KEY, body, null, null, mentions, null);
    }
}
