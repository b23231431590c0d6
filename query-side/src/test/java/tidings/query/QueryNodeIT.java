package tidings.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

class QueryNodeIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();

    @Test
    void showsAChannelWithItsMessagesAndPeople() {
        AccountId ada = CHAT.account("ada");
        AccountId bob = CHAT.account("bob");
        UUID channel = CHAT.channel("general", Visibility.PUBLIC, ada, bob);
        MessageId hello = CHAT.post(channel, ada, "hello");
        MessageId typo = CHAT.post(channel, bob, "wrld");
        CHAT.edit(channel, bob, typo, "world");
        CHAT.reply(channel, bob, "hi ada", hello);
        MessageId gone = CHAT.post(channel, ada, "oops");
        CHAT.delete(channel, ada, gone);
        CHAT.react(channel, bob, hello, "👍");
        CHAT.imported(channel, ada, "long ago", Instant.parse("2015-12-02T17:30:00.002Z"));
        WORLD.settle();

        JsonNode answer = WORLD.as(bob).data("""
                { me { username displayName bot deactivated }
                  channel(name: "general") {
                    id name topic visibility seq memberCount messageCount unreadCount readSeq
                    members(first: 1) { edges { node { username } } pageInfo { hasNextPage } }
                    messages { edges { node { id body createdAt editedAt deletedAt replyCount
                      author { username } channel { name } replyTo { body }
                      replies { edges { node { body } } }
                      reactions { emoji count mine accounts { username } } revisions { body } } } } } }
                """);

        assertThat(answer.at("/me/username").asString()).isEqualTo("bob");
        JsonNode found = answer.get("channel");
        assertThat(found.get("id").asString()).isEqualTo(channel.toString());
        assertThat(found.get("memberCount").asInt()).isEqualTo(2);
        assertThat(found.get("messageCount").asInt()).isEqualTo(4);
        assertThat(found.get("unreadCount").asInt()).isEqualTo(2);
        assertThat(found.get("readSeq").asInt()).isEqualTo(2);
        assertThat(found.at("/members/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertShowsWhatBecameOfTheMessages(found.at("/messages/edges"));
    }

    private static void assertShowsWhatBecameOfTheMessages(JsonNode messages) {
        assertThat(messages).hasSize(5);
        assertThat(messages.at("/0/node/replyCount").asInt()).isEqualTo(1);
        assertThat(messages.at("/0/node/replies/edges/0/node/body").asString()).isEqualTo("hi ada");
        assertThat(messages.at("/0/node/reactions/0/mine").asBoolean()).isTrue();
        assertThat(messages.at("/0/node/reactions/0/accounts/0/username").asString())
                .isEqualTo("bob");
        assertThat(messages.at("/1/node/body").asString()).isEqualTo("world");
        assertThat(messages.at("/1/node/revisions/0/body").asString()).isEqualTo("wrld");
        assertThat(messages.at("/2/node/replyTo/body").asString()).isEqualTo("hello");
        assertThat(messages.at("/3/node/body").isNull()).isTrue();
        assertThat(messages.at("/3/node/deletedAt").isNull()).isFalse();
        assertThat(messages.at("/3/node/revisions")).isEmpty();
        assertThat(messages.at("/4/node/createdAt").asString()).isEqualTo("2015-12-02T17:30:00.002Z");
    }

    @Test
    void countsUnreadFromTheReadMarker() {
        AccountId ada = CHAT.account("unread-ada");
        AccountId bob = CHAT.account("unread-bob");
        UUID channel = CHAT.channel("unread", Visibility.PRIVATE, ada, bob);
        for (int i = 0; i < 700; i++) {
            CHAT.post(channel, i % 3 == 0 ? bob : ada, "message " + i);
        }
        WORLD.settle();
        assertThat(unread(bob)).isEqualTo(466);

        WORLD.log().markRead(bob, channel, 300);
        WORLD.log().markRead(bob, channel, 200);
        Awaitility.await().until(() -> unread(bob) < 466);

        Integer counted = WORLD.node()
                .jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM message_view v JOIN channel_view c ON c.channel_id = v.channel_id"
                                + " WHERE c.name = 'unread' AND v.seq > 300 AND v.author_id <> UNHEX(REPLACE(?, '-', ''))",
                        Integer.class,
                        bob.toString());
        assertThat(unread(bob)).isEqualTo(counted);
    }

    private static int unread(AccountId account) {
        return WORLD.as(account)
                .data("{ channel(name: \"unread\") { unreadCount } }")
                .at("/channel/unreadCount")
                .asInt();
    }
}
