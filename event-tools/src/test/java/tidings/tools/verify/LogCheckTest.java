package tidings.tools.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogCheckTest {

    private static final String CHANNEL = "01900000-0000-7000-8000-000000000001";
    private static final String OTHER = "01900000-0000-7000-8000-000000000002";
    private static final String ADA = "01900000-0000-7000-8000-00000000000a";
    private static final String MESSAGE = "01900000-0000-7000-8000-0000000000f1";
    private static final String MESSAGE_2 = "01900000-0000-7000-8000-0000000000f2";

    private final Findings findings = new Findings();
    private final LogCheck check = new LogCheck(findings);
    private int index;

    private void event(String stream, long seq, String type, String data) {
        check.check("""
                {"index":%d,"stream":"Channel","streamId":"%s","seq":%d,"at":"2026-11-24T06:00:00Z","actorId":"%s","type":"%s","revision":1,"data":%s}""".formatted(index++, stream, seq, ADA, type, data));
    }

    private void opened(String stream) {
        event(stream, 0, "ChannelOpened", "{\"name\":\"a\",\"topic\":null,\"visibility\":\"PUBLIC\"}");
    }

    private void posted(String stream, long seq, String message, String clientId) {
        event(
                stream,
                seq,
                "MessagePosted",
                "{\"messageId\":\"%s\",\"clientMessageId\":\"%s\",\"body\":\"hi\",\"replyTo\":null}"
                        .formatted(message, clientId));
    }

    private String onlyFinding() {
        assertThat(findings.count()).isEqualTo(1);
        return findings.told().getFirst();
    }

    @Test
    void findsNothingInAGoodLog() {
        opened(CHANNEL);
        event(CHANNEL, 1, "MemberJoined", "{\"memberId\":\"%s\",\"role\":\"OWNER\"}".formatted(ADA));
        opened(OTHER);
        posted(CHANNEL, 2, MESSAGE, "1");
        posted(OTHER, 1, MESSAGE_2, "1");
        event(CHANNEL, 3, "MessageEdited", "{\"messageId\":\"%s\",\"body\":\"ho\"}".formatted(MESSAGE));
        assertThat(findings.told()).isEmpty();
        assertThat(check.events()).isEqualTo(6);
        assertThat(check.streams()).isEqualTo(2);
        assertThat(check.messages()).isEqualTo(2);
    }

    @Test
    void findsGaps() {
        opened(CHANNEL);
        posted(CHANNEL, 2, MESSAGE, "1");
        assertThat(onlyFinding()).contains("seq should be 1");
    }

    @Test
    void findsStreamsThatDoNotBeginAsTheyMust() {
        posted(CHANNEL, 0, MESSAGE, "1");
        assertThat(onlyFinding()).contains("does not begin");
        opened(OTHER);
        event(OTHER, 1, "ChannelOpened", "{\"name\":\"a\",\"topic\":null,\"visibility\":\"PUBLIC\"}");
        assertThat(findings.told().getLast()).contains("begins twice");
    }

    @Test
    void findsIndexesThatDoNotRise() {
        opened(CHANNEL);
        index = 0;
        posted(CHANNEL, 1, MESSAGE, "1");
        assertThat(onlyFinding()).contains("index does not rise");
    }

    @Test
    void findsEventsThatCannotBeRead() {
        opened(CHANNEL);
        event(CHANNEL, 1, "MessagePosted", "{\"messageId\":\"no id\"}");
        assertThat(onlyFinding()).contains("cannot be read");
        event(CHANNEL, 2, "SomethingElse", "{}");
        assertThat(findings.told().getLast()).contains("no such event type");
    }

    @Test
    void findsIdsThatAreUsedTwice() {
        opened(CHANNEL);
        posted(CHANNEL, 1, MESSAGE, "1");
        posted(CHANNEL, 2, MESSAGE, "2");
        assertThat(onlyFinding()).contains("message id is used twice");
        posted(CHANNEL, 3, MESSAGE_2, "1");
        assertThat(findings.told().getLast()).contains("client message id before");
    }

    @Test
    void findsEventsAboutMessagesThatAreNotThere() {
        opened(CHANNEL);
        opened(OTHER);
        posted(CHANNEL, 1, MESSAGE, "1");
        event(OTHER, 1, "MessageDeleted", "{\"messageId\":\"%s\"}".formatted(MESSAGE));
        assertThat(onlyFinding()).contains("no such message");
    }

    @Test
    void damagedDataAreFindingsWithTheirPlace() {
        opened(CHANNEL);
        event(CHANNEL, 1, "MessagePosted", "{\"messageId\":");
        event(CHANNEL, 2, "MessagePosted", "[1,\n2]");
        event(CHANNEL, 3, "MessagePosted", "\u0000\u0001");
        check.check("garbage");
        event("no id", 0, "ChannelOpened", "{}");
        assertThat(findings.told())
                .hasSize(5)
                .anyMatch(finding ->
                        finding.startsWith("index 1, Channel " + CHANNEL + " seq 1, MessagePosted: it cannot"))
                .anyMatch(finding -> finding.startsWith("index 2, Channel " + CHANNEL + " seq 2"))
                .anyMatch(finding -> finding.startsWith("behind index 3: a line that is no event"))
                .anyMatch(finding -> finding.contains("its stream has no id"));
    }
}
