package tidings.gateway.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.EventPublisher.Publication;
import tidings.gateway.frame.EventFrames;
import tidings.gateway.frame.ServerFrame;
import tools.jackson.databind.json.JsonMapper;

/** What a record of the topic means for sockets. */
final class RecordReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordReader() {}

    /**
     * The publications of a record: none for what no socket shows.
     *
     * @throws RuntimeException when the record is not one that the command side writes
     */
    static List<Publication> publications(ConsumerRecord<String, byte[]> record) {
        return switch (text(record, EventHeaders.STREAM_TYPE)) {
            case "Channel" -> ofChannel(record);
            case "Account" -> ofAccount(record);
            default -> List.of();
        };
    }

    private static List<Publication> ofChannel(ConsumerRecord<String, byte[]> record) {
        ChannelId channelId = ChannelId.parse(record.key());
        String type = text(record, EventHeaders.TYPE);
        Header actor = record.headers().lastHeader(EventHeaders.ACTOR_ID);
        ServerFrame.Event event = EventFrames.encode(
                channelId,
                number(record, EventHeaders.SEQ),
                Instant.ofEpochMilli(number(record, EventHeaders.TIMESTAMP)),
                type,
                actor == null ? null : AccountId.parse(new String(actor.value(), StandardCharsets.UTF_8)),
                record.value());
        Publication ofEvent = new Publication.OfEvent(event);
        if (!type.equals("MemberJoined")) {
            return List.of(ofEvent);
        }
        return List.of(
                ofEvent,
                new Publication.ToAccount(
                        EventFrames.memberId(record.value()), new Broadcast.Joined(channelId, event.seq())));
    }

    private static List<Publication> ofAccount(ConsumerRecord<String, byte[]> record) {
        if (!text(record, EventHeaders.TYPE).equals("SessionEnded")) {
            return List.of();
        }
        String sessionId = JSON.readTree(record.value()).path("sessionId").asString();
        return List.of(new Publication.ToAccount(AccountId.parse(record.key()), new Broadcast.SessionEnded(sessionId)));
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header) {
        return new String(required(record, header), StandardCharsets.UTF_8);
    }

    private static long number(ConsumerRecord<String, byte[]> record, String header) {
        return ByteBuffer.wrap(required(record, header)).getLong();
    }

    private static byte[] required(ConsumerRecord<String, byte[]> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return header.value();
    }
}
