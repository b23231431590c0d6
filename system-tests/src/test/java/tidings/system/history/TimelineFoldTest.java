package tidings.system.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tidings.system.history.TimelineFold.Remembered;
import tidings.system.history.TimelineFold.Ties;
import tools.jackson.databind.json.JsonMapper;

class TimelineFoldTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<LoggedEvent> log = new ArrayList<>();

    @Test
    void remembersTheLastBodyAndWhoseReactionsStand() {
        happened("MessagePosted", "ann", Map.of("messageId", "m0", "body", "hello"));
        happened("MessageEdited", "ann", Map.of("messageId", "m0", "body", "hello!"));
        happened("ReactionAdded", "ann", Map.of("messageId", "m0", "emoji", "👍"));
        happened("ReactionAdded", "bob", Map.of("messageId", "m0", "emoji", "👍"));
        happened("ReactionAdded", "bob", Map.of("messageId", "m0", "emoji", "🎉"));
        happened("ReactionRemoved", "bob", Map.of("messageId", "m0", "emoji", "🎉"));
        assertThat(TimelineFold.of("room", log))
                .containsExactly(new Remembered("m0", 0, "ann", "hello!", true, List.of("👍 2"), Ties.NONE));
    }

    @Test
    void keepsADeletedMessageWithoutItsBody() {
        happened("MessagePosted", "ann", Map.of("messageId", "m0", "body", "hello"));
        happened("MessageDeleted", "ann", Map.of("messageId", "m0"));
        assertThat(TimelineFold.of("room", log))
                .containsExactly(new Remembered("m0", 0, "ann", null, false, List.of(), Ties.NONE));
    }

    @Test
    void remembersWhatTiesAMessageToOthers() {
        Map<String, Object> mentions = Map.of("accountIds", List.of("bob"), "channel", true, "here", false);
        happened("MessagePosted", "ann", Map.of("messageId", "m0", "body", "hello"));
        happened("MessagePosted", "bob", Map.of("messageId", "m1", "body", "yes", "replyTo", "m0", "threadRoot", "m0"));
        happened(
                "MessagePosted",
                "ann",
                Map.of(
                        "messageId",
                        "m2",
                        "body",
                        "@bob",
                        "replyTo",
                        "m1",
                        "threadRoot",
                        "m0",
                        "mentions",
                        mentions,
                        "forwardedFrom",
                        Map.of("authorId", "eve")));
        happened("MessagePinned", "ann", Map.of("messageId", "m1"));
        happened("MessagePinned", "ann", Map.of("messageId", "m2"));
        happened("MessageUnpinned", "ann", Map.of("messageId", "m1"));
        assertThat(TimelineFold.of("room", log))
                .extracting(Remembered::ties)
                .containsExactly(
                        Ties.NONE,
                        new Ties("m0", List.of(), "", false),
                        new Ties("m0", List.of("bob", "@channel"), "eve", true));
    }

    @Test
    void leavesOtherChannelsOut() {
        happened("MessagePosted", "ann", Map.of("messageId", "m0", "body", "hello"));
        assertThat(TimelineFold.of("another room", log)).isEmpty();
    }

    private void happened(String type, String actorId, Map<String, ?> data) {
        log.add(new LoggedEvent(
                log.size(), "Channel", "room", log.size(), null, actorId, type, 1, JSON.valueToTree(data)));
    }
}
