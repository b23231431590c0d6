package tidings.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidings.events.EventCatalogue;
import tidings.events.EventHeaders;
import tidings.events.EventType;
import tidings.events.Examples;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tools.jackson.databind.json.JsonMapper;

class EventReaderTest {

    private static final UUID STREAM = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final AccountId ACTOR = AccountId.parse("01900000-0000-7000-8000-00000000000a");
    private static final Instant AT = Instant.parse("2026-11-24T06:00:00.123Z");
    private static final Origin TOPIC = new Origin("events", 3, 9);

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventReader reader = new EventReader(new PlainJson());

    static List<Object> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheSameEventFromARecordAndFromALine(Object event) {
        EventType type = EventCatalogue.typeOf(event.getClass()).orElseThrow();
        String data = json.writeValueAsString(event);
        RecordedEvent<Object> expected = new RecordedEvent<>(STREAM, 7, AT, ACTOR, event);
        assertThat(record(headers(type.name(), type.revision()), data))
                .isEqualTo(new LogEvent(TOPIC, expected, type, data));
        assertThat(reader.read(line(type.name(), type.revision(), data)))
                .isEqualTo(new LogEvent(Origin.ofFeed(5), expected, type, data));
    }

    @Test
    void aRecordWithoutARevisionIsOfTheFirst() {
        Map<String, byte[]> headers = headers("MessageEdited", 1);
        headers.remove(EventHeaders.REVISION);
        headers.remove(EventHeaders.ACTOR_ID);
        LogRecord read = record(headers, "{\"messageId\":\"" + STREAM + "\",\"body\":\"hi\"}");
        assertThat(read)
                .asInstanceOf(InstanceOfAssertFactories.type(LogEvent.class))
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo(new EventType("MessageEdited", 2));
                    assertThat(event.recorded().actorId()).isNull();
                    assertThat(event.recorded().event()).isInstanceOf(ChannelEvent.MessageEdited.class);
                });
    }

    @Test
    void whatIsNoEventOfThisBuildKeepsItsPlace() {
        assertThat(unreadable(record(headers("SomethingElse", 1), "{}"))).isEqualTo(7);
        assertThat(unreadable(record(headers("MessagePosted", 99), "{}"))).isEqualTo(7);
        assertThat(unreadable(record(headers("MessagePosted", 2), "null"))).isEqualTo(7);
        assertThat(unreadable(reader.read(line("MessagePosted", 2, "[1]")))).isEqualTo(7);
        assertThat(unreadable(reader.read(line("MessagePosted", 1, "null")))).isEqualTo(7);
    }

    /** One damaged line is one unreadable event: it keeps nobody from reading the others. */
    @Test
    void aDamagedLineKeepsThePlaceThatStandsBeforeTheDamage() {
        assertThat(unreadable(reader.read(line("MessagePosted", 2, "{\"body\":\u0000"))))
                .isEqualTo(7);
        assertThat(reader.read(new FeedLine(5, "{\"index\":5,garbage")))
                .isInstanceOfSatisfying(UnreadableRecord.class, read -> {
                    assertThat(read.origin()).isEqualTo(Origin.ofFeed(5));
                    assertThat(read.streamId()).isNull();
                    assertThat(read.seq()).isNull();
                });
    }

    @Test
    void aRecordWithoutKeyOrHeadersIsUnreadable() {
        assertThat(reader.read(TOPIC, null, name -> null, null)).isInstanceOf(UnreadableRecord.class);
        Map<String, byte[]> headers = headers("MessagePosted", 2);
        headers.put(EventHeaders.SEQ, new byte[3]);
        assertThat(record(headers, "{}")).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void lineEndsInDamagedDataDoNotTearALine() throws IOException {
        String page = "{\"index\":1,\"data\":\"a\nb\"}\n{\"index\":2,\"data\":{}}\n";
        List<FeedLine> lines = new ArrayList<>();
        assertThat(FeedLine.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)), lines::add))
                .isEqualTo(2);
        assertThat(lines)
                .containsExactly(
                        new FeedLine(1, "{\"index\":1,\"data\":\"a\nb\"}"),
                        new FeedLine(2, "{\"index\":2,\"data\":{}}"));
    }

    private static long unreadable(LogRecord read) {
        assertThat(read).isInstanceOfSatisfying(UnreadableRecord.class, unreadable -> {
            assertThat(unreadable.streamId()).isEqualTo(STREAM);
            assertThat(unreadable.type()).isNotEqualTo("?");
        });
        Long seq = ((UnreadableRecord) read).seq();
        return seq == null ? -1 : seq;
    }

    private LogRecord record(Map<String, byte[]> headers, String data) {
        return reader.read(TOPIC, text(STREAM.toString()), headers::get, text(data));
    }

    private static Map<String, byte[]> headers(String type, int revision) {
        return new HashMap<>(Map.of(
                EventHeaders.TYPE, text(type),
                EventHeaders.REVISION, text(String.valueOf(revision)),
                EventHeaders.SEQ, number(7),
                EventHeaders.TIMESTAMP, number(AT.toEpochMilli()),
                EventHeaders.ACTOR_ID, text(ACTOR.toString())));
    }

    private static FeedLine line(String type, int revision, String data) {
        return new FeedLine(
                5,
                "{\"index\":5,\"stream\":\"Channel\",\"streamId\":\"%s\",\"seq\":7,\"at\":\"%s\",\"actorId\":\"%s\",\"type\":\"%s\",\"revision\":%d,\"data\":%s}"
                        .formatted(STREAM, AT, ACTOR, type, revision, data));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
