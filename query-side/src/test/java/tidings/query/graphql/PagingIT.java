package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.QueryWorld;
import tidings.query.fixture.TestLog;
import tools.jackson.databind.JsonNode;

class PagingIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ADA = CHAT.account("paging-ada");
    private static final List<MessageId> MESSAGES = new ArrayList<>();
    private static UUID channel = UUID.randomUUID();

    @BeforeAll
    static void chat() {
        channel = CHAT.channel("paging", Visibility.PRIVATE, ADA);
        for (int i = 0; i < 10; i++) {
            MESSAGES.add(CHAT.post(channel, ADA, String.valueOf(i)));
        }
        CHAT.edit(channel, ADA, MESSAGES.get(3), "three");
        CHAT.delete(channel, ADA, MESSAGES.get(4));
        CHAT.edit(channel, ADA, MESSAGES.get(3), "THREE");
        CHAT.leave(channel, CHAT.account("paging-nobody"));
        WORLD.settle();
    }

    @Test
    void pagesForwardsAndBackwards() {
        JsonNode newest = page("");
        assertThat(bodies(newest)).hasSize(10);
        assertThat(more(newest)).containsExactly(false, false);

        JsonNode first = page("(first: 4)");
        assertThat(bodies(first)).containsExactly("0", "1", "2", "THREE");
        assertThat(more(first)).containsExactly(false, true);
        JsonNode second = page("(first: 100, after: \"" + end(first) + "\")");
        assertThat(bodies(second)).containsExactly("null", "5", "6", "7", "8", "9");
        assertThat(more(second)).containsExactly(true, false);

        JsonNode last = page("(last: 3)");
        assertThat(bodies(last)).containsExactly("7", "8", "9");
        JsonNode before =
                page("(last: 3, before: \"" + last.at("/pageInfo/startCursor").asString() + "\")");
        assertThat(bodies(before)).containsExactly("null", "5", "6");
        assertThat(more(before)).containsExactly(true, true);

        JsonNode beyond = page("(first: 2, after: \"" + end(second) + "\")");
        assertThat(bodies(beyond)).isEmpty();
        assertThat(more(beyond)).containsExactly(true, false);
        assertThat(bodies(page("(first: 0)"))).isEmpty();
    }

    @Test
    void showsWhatStandsAroundAMessage() {
        assertThat(bodies(page("(around: \"" + MESSAGES.get(5) + "\", first: 4)")))
                .containsExactly("THREE", "null", "5", "6");
        assertThat(bodies(page("(around: \"" + MESSAGES.get(0) + "\", first: 4)")))
                .containsExactly("0", "1", "2", "THREE");
        assertThat(bodies(page("(around: \"" + MESSAGES.get(1) + "\", first: 5)")))
                .containsExactly("0", "1", "2", "THREE", "null");
        assertThat(bodies(page("(around: \"" + MESSAGES.get(9) + "\", first: 4)")))
                .containsExactly("6", "7", "8", "9");
        assertThat(bodies(page("(around: \"" + MESSAGES.get(4) + "\", first: 100)")))
                .hasSize(10);
        assertThat(bodies(page("(around: \"" + MESSAGES.get(4) + "\", first: 1)")))
                .containsExactly("null");
        assertThat(client().refusal(query("(around: \"" + UUID.randomUUID() + "\")")))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void refusesWhatIsNoPage() {
        for (String arguments : List.of("(first: 1, last: 1)", "(first: -1)", "(after: \"x\")", "(after: \"eA==\")")) {
            assertThat(client().refusal(query(arguments))).as(arguments).isEqualTo("BAD_REQUEST");
        }
        assertThat(client().refusal("{ channels(after: \"eA==\") { edges { cursor } } }"))
                .isEqualTo("BAD_REQUEST");
        assertThat(client().refusal("{ search(query: \"x\", after: \"eA==\") { edges { cursor } } }"))
                .isEqualTo("BAD_REQUEST");
        assertThat(client().refusal("{ channel { id } }")).isEqualTo("BAD_REQUEST");
        assertThat(client().refusal("{ nonsense }")).isEqualTo("BAD_REQUEST");
    }

    @Test
    void looksBackInTime() {
        // what is deleted by now has no text at any moment
        assertThat(past("seq: 10")).containsExactly("0", "1", "2", "3", "null", "5", "6", "7", "8");
        assertThat(past("seq: 12")).containsExactly("0", "1", "2", "three", "null", "5", "6", "7", "8", "9");
        assertThat(past("seq: 13")).containsExactly("0", "1", "2", "three", "null", "5", "6", "7", "8", "9");
        assertThat(past("seq: 9999")).containsExactly("0", "1", "2", "THREE", "null", "5", "6", "7", "8", "9");
        Instant sixth = WORLD.log().entries().stream()
                .filter(entry -> entry.streamId().equals(channel) && entry.seq() == 6)
                .map(TestLog.Entry::at)
                .findFirst()
                .orElseThrow();
        assertThat(past("at: \"" + sixth + "\"")).containsExactly("0", "1", "2", "3", "null");
        JsonNode counts = client().data(
                        "{ channel(name: \"paging\") { messageCount asOf(seq: 11) { seq memberCount messageCount }"
                                + " before: asOf(at: \"2001-01-01T00:00:00Z\") { seq } } }");
        assertThat(counts.at("/channel/messageCount").asInt()).isEqualTo(9);
        assertThat(counts.at("/channel/asOf/messageCount").asInt()).isEqualTo(10);
        assertThat(counts.at("/channel/before").isNull()).isTrue();
    }

    @Test
    void givesEventsAfterASeq() {
        JsonNode events = client().data(
                        "{ channel(name: \"paging\") { events(afterSeq: 10, first: 3) { channelId seq event actorId at"
                                + " data } } }")
                .at("/channel/events");
        assertThat(events).hasSize(3);
        assertThat(events.at("/0/seq").asInt()).isEqualTo(11);
        assertThat(events.at("/0/event").asString()).isEqualTo("MessagePosted");
        assertThat(events.at("/0/data/body").asString()).isEqualTo("9");
        assertThat(events.at("/1/event").asString()).isEqualTo("MessageEdited");
        assertThat(events.at("/1/actorId").asString()).isEqualTo(ADA.toString());
    }

    @Test
    void givesNoTextOfWhatIsDeleted() {
        JsonNode posted = client().data(
                        "{ channel(name: \"paging\") { events(afterSeq: 5, first: 1) { seq event actorId data } } }")
                .at("/channel/events/0");
        assertThat(posted.at("/event").asString()).isEqualTo("MessagePosted");
        assertThat(posted.at("/data/messageId").asString())
                .isEqualTo(MESSAGES.get(4).toString());
        assertThat(posted.at("/data/body").isNull()).isTrue();
        assertThat(posted.at("/data/erased").asBoolean()).isTrue();
    }

    @Test
    void givesNoTextOfWhatWasEditedAndDeletedAtOnce() {
        UUID room = CHAT.channel("paging-hasty", Visibility.PRIVATE, ADA);
        MessageId hasty = CHAT.post(room, ADA, "hasty words");
        CHAT.edit(room, ADA, hasty, "hasty words, edited");
        CHAT.delete(room, ADA, hasty);
        WORLD.settle();
        assertThat(client().data("{ channel(name: \"paging-hasty\") { events(afterSeq: -1, first: 10) { data } } }")
                        .toString())
                .contains(hasty.toString())
                .doesNotContain("hasty words");
    }

    private static List<String> past(String moment) {
        return bodies(client().data("{ channel(name: \"paging\") { asOf(" + moment
                        + ") { messages { edges { node { body } } } } } }")
                .at("/channel/asOf/messages"));
    }

    private static JsonNode page(String arguments) {
        return client().data(query(arguments)).at("/channel/messages");
    }

    private static String query(String arguments) {
        return "{ channel(name: \"paging\") { messages" + arguments + " { edges { node { body } }"
                + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }";
    }

    private static GraphQlClient client() {
        return WORLD.as(ADA);
    }

    private static List<String> bodies(JsonNode page) {
        return page.get("edges")
                .valueStream()
                .map(edge -> edge.at("/node/body").asString("null"))
                .toList();
    }

    private static List<Boolean> more(JsonNode page) {
        return List.of(
                page.at("/pageInfo/hasPreviousPage").asBoolean(),
                page.at("/pageInfo/hasNextPage").asBoolean());
    }

    private static String end(JsonNode page) {
        return page.at("/pageInfo/endCursor").asString();
    }
}
