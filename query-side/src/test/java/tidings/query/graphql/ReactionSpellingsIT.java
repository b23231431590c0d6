package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.ReactionRemoved;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tidings.query.views.BinaryId;

/** One emoji is one reaction, in whatever spelling old events have it. */
class ReactionSpellingsIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final String HEART = "\u2764\uFE0F";
    private static final String BARE_HEART = "\u2764";

    private final AccountId ada = CHAT.account("spelling-a-" + UUID.randomUUID());
    private final AccountId bob = CHAT.account("spelling-b-" + UUID.randomUUID());
    private final UUID channel = CHAT.channel("spelling-" + UUID.randomUUID(), Visibility.PRIVATE, ada, bob);
    private final MessageId message = CHAT.post(channel, ada, "hello");

    @Test
    void mergesTheSpellingsOfOneEmoji() {
        CHAT.react(channel, ada, message, BARE_HEART);
        CHAT.react(channel, ada, message, HEART);
        CHAT.react(channel, bob, message, BARE_HEART);
        CHAT.react(channel, bob, message, "👍🏽");
        assertThat(reactions())
                .isEqualTo("[{\"emoji\":\"" + HEART + "\",\"count\":2,\"mine\":true},"
                        + "{\"emoji\":\"👍🏽\",\"count\":1,\"mine\":false}]");
        CHAT.happen(channel, ada, new ReactionRemoved(message, BARE_HEART));
        assertThat(reactions()).contains("\"count\":1,\"mine\":false");
    }

    @Test
    void mergesWhatWasProjectedBefore() {
        CHAT.react(channel, ada, message, HEART);
        WORLD.settle();
        for (AccountId account : new AccountId[] {ada, bob}) {
            WORLD.node()
                    .jdbc()
                    .update(
                            "INSERT INTO reaction_view (channel_id, message_id, emoji, account_id, reacted_seq)"
                                    + " VALUES (?, ?, ?, ?, 0)",
                            BinaryId.of(channel),
                            BinaryId.of(message.value()),
                            BARE_HEART,
                            BinaryId.of(account.value()));
        }
        assertThat(reactions()).isEqualTo("[{\"emoji\":\"" + HEART + "\",\"count\":2,\"mine\":true}]");
        CHAT.happen(channel, ada, new ReactionRemoved(message, HEART));
        CHAT.happen(channel, bob, new ReactionRemoved(message, HEART));
        assertThat(reactions()).isEqualTo("[]");
    }

    private String reactions() {
        WORLD.settle();
        return WORLD.as(ada)
                .data("{ message(id: \"" + message + "\") { reactions { emoji count mine } } }")
                .at("/message/reactions")
                .toString();
    }
}
