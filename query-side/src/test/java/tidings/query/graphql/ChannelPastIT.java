package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.QueryWorld;
import tidings.query.fixture.TestLog;
import tools.jackson.databind.JsonNode;

/** What a channel answers of its past: as it stood at a moment, and event by event. */
class ChannelPastIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final TenMessages TEN = TenMessages.in(WORLD, "past");

    @Test
    void looksBackInTime() {
        // what is deleted by now has no text at any moment
        assertThat(past("seq: 10")).containsExactly("0", "1", "2", "3", "null", "5", "6", "7", "8");
        assertThat(past("seq: 12")).containsExactly("0", "1", "2", "three", "null", "5", "6", "7", "8", "9");
        assertThat(past("seq: 13")).containsExactly("0", "1", "2", "three", "null", "5", "6", "7", "8", "9");
        assertThat(past("seq: 9999")).containsExactly("0", "1", "2", "THREE", "null", "5", "6", "7", "8", "9");
        Instant sixth = WORLD.log().entries().stream()
                .filter(entry -> entry.streamId().equals(TEN.channel()) && entry.seq() == 6)
                .map(TestLog.Entry::at)
                .findFirst()
                .orElseThrow();
        assertThat(past("at: \"" + sixth + "\"")).containsExactly("0", "1", "2", "3", "null");
        JsonNode counts = client().data(
                        "{ channel(name: \"past\") { messageCount asOf(seq: 11) { seq memberCount messageCount }"
                                + " before: asOf(at: \"2001-01-01T00:00:00Z\") { seq } } }");
        assertThat(counts.at("/channel/messageCount").asInt()).isEqualTo(9);
        assertThat(counts.at("/channel/asOf/messageCount").asInt()).isEqualTo(10);
        assertThat(counts.at("/channel/before").isNull()).isTrue();
    }

    @Test
    void givesEventsAfterASeq() {
        JsonNode events = client().data(
                        "{ channel(name: \"past\") { events(afterSeq: 10, first: 3) { channelId seq event actorId at"
                                + " data } } }")
                .at("/channel/events");
        assertThat(events).hasSize(3);
        assertThat(events.at("/0/seq").asInt()).isEqualTo(11);
        assertThat(events.at("/0/event").asString()).isEqualTo("MessagePosted");
        assertThat(events.at("/0/data/body").asString()).isEqualTo("9");
        assertThat(events.at("/1/event").asString()).isEqualTo("MessageEdited");
        assertThat(events.at("/1/actorId").asString()).isEqualTo(TEN.author().toString());
    }

    @Test
    void givesNoTextOfWhatIsDeleted() {
        JsonNode posted = client().data(
                        "{ channel(name: \"past\") { events(afterSeq: 5, first: 1) { seq event actorId data } } }")
                .at("/channel/events/0");
        assertThat(posted.at("/event").asString()).isEqualTo("MessagePosted");
        assertThat(posted.at("/data/messageId").asString())
                .isEqualTo(TEN.messages().get(4).toString());
        assertThat(posted.at("/data/body").isNull()).isTrue();
        assertThat(posted.at("/data/erased").asBoolean()).isTrue();
    }

    @Test
    void givesNoTextOfWhatWasEditedAndDeletedAtOnce() {
        Chat chat = WORLD.chat();
        UUID room = chat.channel("past-hasty", Visibility.PRIVATE, TEN.author());
        MessageId hasty = chat.post(room, TEN.author(), "hasty words");
        chat.edit(room, TEN.author(), hasty, "hasty words, edited");
        chat.delete(room, TEN.author(), hasty);
        WORLD.settle();
        assertThat(client().data("{ channel(name: \"past-hasty\") { events(afterSeq: -1, first: 10) { data } } }")
                        .toString())
                .contains(hasty.toString())
                .doesNotContain("hasty words");
    }

    private static List<String> past(String moment) {
        return client().data(
                        "{ channel(name: \"past\") { asOf(" + moment + ") { messages { edges { node { body } } } } } }")
                .at("/channel/asOf/messages/edges")
                .valueStream()
                .map(edge -> edge.at("/node/body").asString("null"))
                .toList();
    }

    private static GraphQlClient client() {
        return WORLD.as(TEN.author());
    }
}
