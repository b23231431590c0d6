package tidings.command.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds messages in the event table, by the unique keys on their ids and on their idempotency keys, and what happened to
 * them in the tables of {@link ChannelFactsProjection}.
 */
public final class MessageLogQueries implements MessageLog {

    private static final int KEYS_PER_QUERY = 1_000;

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    public MessageLogQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LoggedMessage> find(ChannelId channelId, MessageId messageId) {
        return jdbc
                .query(
                        "SELECT sequence_number, time_stamp, meta_data FROM domain_event_entry"
                                + " WHERE message_id = ? AND aggregate_identifier = ?",
                        (row, n) -> new LoggedMessage(messageId, actorOf(row.getBytes("meta_data")), positionOf(row)),
                        UuidBytes.bytes(messageId.value()),
                        channelId.toString())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<EventPosition> deletionOf(MessageId messageId) {
        return jdbc
                .query(
                        "SELECT sequence_number, time_stamp FROM domain_event_entry WHERE idempotency_key = ?",
                        (row, n) -> positionOf(row),
                        (Object) IdempotencyKeys.deleted(messageId))
                .stream()
                .findFirst();
    }

    @Override
    public Map<MessageKey, LoggedMessage> findAll(ChannelId channelId, Collection<MessageKey> keys) {
        Map<ByteBuffer, MessageKey> keyByHash = new HashMap<>();
        keys.forEach(key -> keyByHash.put(ByteBuffer.wrap(IdempotencyKeys.written(channelId, key)), key));
        Map<MessageKey, LoggedMessage> found = new HashMap<>();
        List<ByteBuffer> hashes = List.copyOf(keyByHash.keySet());
        for (int from = 0; from < hashes.size(); from += KEYS_PER_QUERY) {
            List<ByteBuffer> page = hashes.subList(from, Math.min(hashes.size(), from + KEYS_PER_QUERY));
            jdbc.query(
                    "SELECT idempotency_key, message_id, sequence_number, time_stamp FROM domain_event_entry"
                            + " WHERE idempotency_key IN (" + String.join(",", Collections.nCopies(page.size(), "?"))
                            + ")",
                    (ResultSet row) -> {
                        MessageKey key =
                                Objects.requireNonNull(keyByHash.get(ByteBuffer.wrap(row.getBytes("idempotency_key"))));
                        MessageId id = new MessageId(UuidBytes.uuid(row.getBytes("message_id")));
                        found.put(key, new LoggedMessage(id, key.authorId(), positionOf(row)));
                    },
                    page.stream().map(ByteBuffer::array).toArray());
        }
        return found;
    }

    /** Those of them that were deleted, by one query. */
    Set<MessageId> deletedAmong(Set<MessageId> messageIds) {
        Map<ByteBuffer, MessageId> byKey = new HashMap<>();
        messageIds.forEach(id -> byKey.put(ByteBuffer.wrap(IdempotencyKeys.deleted(id)), id));
        return byKey.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.query(
                        "SELECT idempotency_key FROM domain_event_entry WHERE idempotency_key IN ("
                                + String.join(",", Collections.nCopies(byKey.size(), "?")) + ")",
                        (row, n) -> Objects.requireNonNull(byKey.get(ByteBuffer.wrap(row.getBytes(1)))),
                        byKey.keySet().stream().map(ByteBuffer::array).toArray()));
    }

    @Override
    public Optional<MessageContent> contentOf(MessageId messageId) {
        return jdbc
                .query(
                        "SELECT payload FROM domain_event_entry WHERE message_id = ? AND payload_type = 'MessagePosted'",
                        (row, n) -> contentOf(json.readTree(row.getBytes(1))),
                        (Object) UuidBytes.bytes(messageId.value()))
                .stream()
                .findFirst();
    }

    private static MessageContent contentOf(JsonNode posted) {
        Optional<String> original =
                posted.path("forwardedFrom").path("messageId").asStringOpt();
        return original.map(id -> MessageContent.forwarded(MessageId.parse(id)))
                .orElseGet(() -> MessageContent.written(
                        ContentDigest.ofBody(posted.path("body").asString()),
                        posted.path("replyTo")
                                .asStringOpt()
                                .map(MessageId::parse)
                                .orElse(null)));
    }

    @Override
    public Optional<Wording> wordingOf(ChannelId channelId, MessageId messageId) {
        return jdbc
                .query(
                        "SELECT COALESCE(edit.sequence_number, e.sequence_number) AS sequence_number,"
                                + " COALESCE(edit.time_stamp, e.time_stamp) AS time_stamp,"
                                + " COALESCE(edit.payload, e.payload) AS payload FROM domain_event_entry e"
                                + " LEFT JOIN message_edit x ON x.message_id = e.message_id"
                                + " LEFT JOIN domain_event_entry edit ON edit.sequence_number = x.seq"
                                + " AND edit.aggregate_identifier = e.aggregate_identifier"
                                + " WHERE e.message_id = ? AND e.aggregate_identifier = ?",
                        (row, n) -> new Wording(
                                ContentDigest.ofBody(json.readTree(row.getBytes("payload"))
                                        .path("body")
                                        .asString()),
                                positionOf(row)),
                        UuidBytes.bytes(messageId.value()),
                        channelId.toString())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<MessageId> threadRootOf(MessageId messageId) {
        return jdbc
                .query(
                        "SELECT payload FROM domain_event_entry WHERE message_id = ?",
                        (row, n) -> json.readTree(row.getBytes(1)),
                        (Object) UuidBytes.bytes(messageId.value()))
                .stream()
                .flatMap(message -> Stream.of(message.path("threadRoot"), message.path("replyTo")))
                .flatMap(id -> id.asStringOpt().stream())
                .findFirst()
                .map(MessageId::parse);
    }

    @Override
    public Optional<EventPosition> additionOf(Reaction reaction) {
        return jdbc
                .query(
                        "SELECT seq, added_at FROM reaction WHERE message_id = ? AND emoji = ? AND account_id = ?",
                        (row, n) -> new EventPosition(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))),
                        UuidBytes.bytes(reaction.messageId().value()),
                        reaction.emoji().getBytes(StandardCharsets.UTF_8),
                        UuidBytes.bytes(reaction.accountId().value()))
                .stream()
                .findFirst();
    }

    @Override
    public Set<String> emojiOf(MessageId messageId) {
        return Set.copyOf(jdbc.query(
                "SELECT DISTINCT emoji FROM reaction WHERE message_id = ?",
                (row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8),
                (Object) UuidBytes.bytes(messageId.value())));
    }

    @Override
    public Optional<Original> readableBy(AccountId reader, MessageId messageId) {
        return jdbc
                .query(
                        "SELECT e.aggregate_identifier, e.meta_data, COALESCE(edit.payload, e.payload) AS payload"
                                + " FROM domain_event_entry e"
                                + " JOIN channel c ON c.channel_id = e.aggregate_identifier"
                                + " LEFT JOIN membership m ON m.channel_id = c.channel_id AND m.account_id = ?"
                                + " LEFT JOIN ban b ON b.channel_id = c.channel_id AND b.account_id = ?"
                                + " LEFT JOIN message_edit x ON x.message_id = e.message_id"
                                + " LEFT JOIN domain_event_entry edit ON edit.sequence_number = x.seq"
                                + " AND edit.aggregate_identifier = e.aggregate_identifier"
                                + " WHERE e.message_id = ? AND b.account_id IS NULL"
                                + " AND (m.account_id IS NOT NULL OR c.visibility = 'PUBLIC')",
                        (row, n) -> new Original(
                                ChannelId.parse(row.getString(1)),
                                messageId,
                                actorOf(row.getBytes("meta_data")),
                                json.readTree(row.getBytes("payload"))
                                        .path("body")
                                        .asString()),
                        reader.toString(),
                        reader.toString(),
                        UuidBytes.bytes(messageId.value()))
                .stream()
                .filter(original -> deletionOf(messageId).isEmpty())
                .findFirst();
    }

    private static EventPosition positionOf(ResultSet row) throws SQLException {
        return new EventPosition(row.getLong("sequence_number"), Instant.ofEpochMilli(row.getLong("time_stamp")));
    }

    private AccountId actorOf(byte[] metaData) {
        return AccountId.parse(
                json.readTree(metaData).path(EventHeaders.ACTOR_ID_METADATA).asString());
    }
}
