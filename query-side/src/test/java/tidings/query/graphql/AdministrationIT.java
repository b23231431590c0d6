package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

class AdministrationIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ADA = CHAT.account("administration-ada");

    private static final String SETTINGS =
            "name topic description archived slowModeSeconds announcement guestsReadOnly";

    @Test
    void showsHowAChannelIsSetUp() {
        UUID channel = CHAT.channel("set-up", Visibility.PUBLIC, ADA);
        WORLD.settle();
        assertThat(channel(channel, SETTINGS).toString()).isEqualTo("""
                {"name":"set-up","topic":"about set-up","description":null,"archived":false,"slowModeSeconds":0,\
                "announcement":false,"guestsReadOnly":false}""");

        happen(channel, new ChannelEvent.ChannelRenamed("passing"));
        happen(channel, new ChannelEvent.ChannelRenamed("renamed"));
        happen(channel, new ChannelEvent.TopicChanged(null));
        happen(channel, new ChannelEvent.DescriptionChanged("for tests"));
        happen(channel, new ChannelEvent.ChannelArchived());
        happen(channel, new ChannelEvent.SlowModeSet(30));
        happen(channel, new ChannelEvent.AnnouncementModeSet(true));
        happen(channel, new ChannelEvent.GuestsReadOnlySet(true));
        WORLD.settle();
        assertThat(channel(channel, SETTINGS).toString()).isEqualTo("""
                {"name":"renamed","topic":null,"description":"for tests","archived":true,"slowModeSeconds":30,\
                "announcement":true,"guestsReadOnly":true}""");

        happen(channel, new ChannelEvent.ChannelUnarchived());
        WORLD.settle();
        assertThat(channel(channel, "archived").get("archived").asBoolean()).isFalse();
    }

    @Test
    void findsAChannelByItsPresentNameOnly() {
        UUID channel = CHAT.channel("before-it", Visibility.PUBLIC, ADA);
        happen(channel, new ChannelEvent.ChannelRenamed("after-it"));
        WORLD.settle();
        JsonNode found = WORLD.as(ADA)
                .data("{ old: channel(name: \"before-it\") { id } new: channel(name: \"after-it\") { id } }");
        assertThat(found.get("old").isNull()).isTrue();
        assertThat(found.at("/new/id").asString()).isEqualTo(channel.toString());
    }

    @Test
    void showsThePastUnderItsOwnNameAndTopic() {
        UUID channel = CHAT.channel("once", Visibility.PUBLIC, ADA);
        happen(channel, new ChannelEvent.ChannelRenamed("now"));
        happen(channel, new ChannelEvent.TopicChanged("another"));
        WORLD.settle();
        assertThat(channel(
                                channel,
                                "a: asOf(seq: 1) { name topic } b: asOf(seq: 2) { name topic } c: asOf(seq: 9) { name topic }")
                        .toString())
                .isEqualTo("""
                        {"a":{"name":"once","topic":"about once"},"b":{"name":"now","topic":"about once"},\
                        "c":{"name":"now","topic":"another"}}""");
    }

    @Test
    void tellsWhoHasWhichRole() {
        AccountId bob = CHAT.account("administration-bob");
        UUID channel = CHAT.channel("roles", Visibility.PUBLIC, ADA, bob);
        happen(channel, new ChannelEvent.RoleChanged(bob, Role.MODERATOR));
        WORLD.settle();
        String members = "myRole members { edges { role node { username } } }";
        String expected = """
                {"myRole":"OWNER","members":{"edges":[{"role":"OWNER","node":{"username":"administration-ada"}},\
                {"role":"%s","node":{"username":"administration-bob"}}]}}""";
        assertThat(channel(channel, members).toString()).isEqualTo(expected.formatted("MODERATOR"));

        happen(channel, new ChannelEvent.RoleChanged(bob, Role.GUEST));
        WORLD.settle();
        assertThat(channel(channel, members).toString()).isEqualTo(expected.formatted("GUEST"));
    }

    @Test
    void showsWhoIsBannedToModeratorsAndAbove() {
        AccountId moderator = CHAT.account("administration-moderator");
        AccountId member = CHAT.account("administration-member");
        List<AccountId> banned = IntStream.range(0, 3)
                .mapToObj(i -> CHAT.account("administration-banned-" + i))
                .toList();
        UUID channel = CHAT.channel("bans", Visibility.PUBLIC, ADA, moderator, member);
        happen(channel, new ChannelEvent.RoleChanged(moderator, Role.MODERATOR));
        banned.forEach(account -> happen(channel, new ChannelEvent.MemberBanned(account)));
        happen(channel, new ChannelEvent.MemberUnbanned(banned.get(1)));
        WORLD.settle();
        String bans =
                "{ channel(id: \"" + channel + "\") { bans(first: 1%s) { edges { cursor node { username } } } } }";
        JsonNode first = WORLD.as(moderator).data(bans.formatted("")).at("/channel/bans/edges");
        assertThat(first).hasSize(1);
        assertThat(first.at("/0/node/username").asString()).isEqualTo("administration-banned-2");
        String after = ", after: \"" + first.at("/0/cursor").asString() + "\"";
        JsonNode second = WORLD.as(ADA).data(bans.formatted(after)).at("/channel/bans/edges");
        assertThat(second.at("/0/node/username").asString()).isEqualTo("administration-banned-0");
        for (AccountId other : List.of(member, CHAT.account("administration-stranger"))) {
            assertThat(WORLD.as(other).refusal(bans.formatted(""))).isEqualTo("FORBIDDEN");
        }
    }

    private static JsonNode channel(UUID channel, String fields) {
        return WORLD.as(ADA)
                .data("{ channel(id: \"" + channel + "\") { " + fields + " } }")
                .get("channel");
    }

    private static void happen(UUID channel, ChannelEvent event) {
        CHAT.happen(channel, ADA, event);
    }
}
