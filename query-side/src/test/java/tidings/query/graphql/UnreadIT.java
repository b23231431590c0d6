package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

/** What is unread begins where one joined, the last time. */
class UnreadIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();

    private final AccountId ada = CHAT.account("unread-a-" + UUID.randomUUID());
    private final AccountId bob = CHAT.account("unread-b-" + UUID.randomUUID());

    @Test
    void doesNotCountWhatWasSaidBeforeOneJoined() {
        UUID channel = CHAT.channel("long-history-" + UUID.randomUUID(), Visibility.PUBLIC, ada);
        MessageId old = CHAT.post(channel, ada, "old");
        for (int i = 0; i < 600; i++) {
            CHAT.post(channel, ada, "old " + i);
        }
        assertThat(unread(channel)).isZero();
        long joined = join(channel);
        assertThat(unread(channel)).isZero();
        assertThat(channel(channel).get("readSeq").asLong()).isEqualTo(joined);

        CHAT.edit(channel, ada, old, "edited");
        CHAT.react(channel, ada, old, "👍");
        CHAT.happen(channel, ada, new ChannelEvent.RoleChanged(bob, Role.MODERATOR));
        assertThat(unread(channel)).isZero();
        MessageId taken = CHAT.post(channel, ada, "new");
        CHAT.post(channel, bob, "my own");
        CHAT.post(channel, ada, "newer");
        assertThat(unread(channel)).isEqualTo(2);
        CHAT.delete(channel, ada, taken);
        CHAT.delete(channel, ada, old);
        assertThat(unread(channel)).isEqualTo(1);
    }

    @Test
    void countsFromTheBeginningForWhoWasThereFromTheBeginning() {
        UUID direct = CHAT.channel(null, Visibility.DIRECT, ada, bob);
        CHAT.post(direct, ada, "hello");
        assertThat(unread(direct)).isEqualTo(1);
    }

    @Test
    void doesNotCountWhatWasMissedWhileAway() {
        UUID channel = CHAT.channel("comes-and-goes-" + UUID.randomUUID(), Visibility.PRIVATE, ada, bob);
        CHAT.post(channel, ada, "one");
        long read =
                CHAT.happen(channel, ada, new ChannelEvent.TopicChanged("t")).seq();
        assertThat(unread(channel)).isEqualTo(1);
        WORLD.log().markRead(bob, channel, read);
        WORLD.log().flush();
        Awaitility.await().until(() -> unread(channel) == 0);
        for (int round = 0; round < 3; round++) {
            CHAT.leave(channel, bob);
            CHAT.post(channel, ada, "while away " + round);
            if (round == 1) {
                CHAT.happen(channel, ada, new ChannelEvent.MemberBanned(bob));
                CHAT.happen(channel, ada, new ChannelEvent.MemberUnbanned(bob));
            }
            long joined = join(channel);
            assertThat(unread(channel)).isZero();
            assertThat(channel(channel).get("readSeq").asLong()).isEqualTo(joined);
            CHAT.post(channel, ada, "back " + round);
            assertThat(unread(channel)).isEqualTo(1);
        }
    }

    @Test
    void countsNothingForWhoIsNoMember() {
        UUID channel = CHAT.channel("left-" + UUID.randomUUID(), Visibility.PUBLIC, ada, bob);
        CHAT.post(channel, ada, "one");
        CHAT.leave(channel, bob);
        CHAT.post(channel, ada, "two");
        assertThat(unread(channel)).isZero();
        assertThat(channel(channel).get("readSeq").asLong()).isEqualTo(-1);
    }

    private long join(UUID channel) {
        return CHAT.happen(channel, ada, new ChannelEvent.MemberJoined(bob, Role.MEMBER))
                .seq();
    }

    private int unread(UUID channel) {
        return channel(channel).get("unreadCount").asInt();
    }

    private JsonNode channel(UUID channel) {
        WORLD.settle();
        return WORLD.as(bob)
                .data("{ channel(id: \"" + channel + "\") { unreadCount readSeq } }")
                .get("channel");
    }
}
