package tidings.gateway.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.log.EventEnvelope;
import tidings.events.log.RecordHeaders;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.EventPublisher.Publication;
import tidings.gateway.frame.EventFrames;
import tidings.gateway.frame.ServerFrame;
import tools.jackson.databind.json.JsonMapper;

/** What a record of the topic means for sockets. */
final class RecordPublications {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordPublications() {}

    /**
     * The publications of a record: none for what no socket shows.
     *
     * @throws RuntimeException when the record is not one that the command side writes
     */
    static List<Publication> of(ConsumerRecord<String, byte[]> record) {
        RecordHeaders headers = name -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : header.value();
        };
        return switch (headers.text(EventHeaders.STREAM_TYPE)) {
            case "Channel" -> ofChannel(EventEnvelope.ofRecord(record.key(), headers), record.value());
            case "Account" -> ofAccount(record, headers.text(EventHeaders.TYPE));
            default -> List.of();
        };
    }

    private static List<Publication> ofChannel(EventEnvelope envelope, byte[] data) {
        ChannelId channelId = new ChannelId(envelope.streamId());
        String type = envelope.type().name();
        ServerFrame.Event event =
                EventFrames.encode(channelId, envelope.seq(), envelope.at(), type, envelope.actorId(), data);
        Publication ofEvent = new Publication.OfEvent(event);
        if (!type.equals("MemberJoined")) {
            return List.of(ofEvent);
        }
        return List.of(
                ofEvent,
                new Publication.ToAccount(EventFrames.memberId(data), new Broadcast.Joined(channelId, event.seq())));
    }

    private static List<Publication> ofAccount(ConsumerRecord<String, byte[]> record, String type) {
        if (!type.equals("SessionEnded")) {
            return List.of();
        }
        String sessionId = JSON.readTree(record.value()).path("sessionId").asString();
        return List.of(new Publication.ToAccount(AccountId.parse(record.key()), new Broadcast.SessionEnded(sessionId)));
    }
}
