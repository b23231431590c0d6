package tidings.query.rebuild;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.EventType;
import tidings.events.Ids;
import tidings.events.account.AccountId;
import tidings.query.identity.InternalProperties;
import tidings.query.projection.EventDecoder;
import tidings.events.log.LogRecord;
import tidings.events.log.Origin;
import tidings.events.log.UnreadableRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the event store through the command side's feed, in the order of its index. */
@Component
final class EventFeed {

    static final String TOPIC = "event-store";
    static final String HEAD = "Tidings-Head-Index";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final RebuildProperties properties;
    private final InternalProperties internal;
    private final EventDecoder decoder;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    EventFeed(RebuildProperties properties, InternalProperties internal, EventDecoder decoder) {
        this.properties = properties;
        this.internal = internal;
        this.decoder = decoder;
    }

    /**
     * @param last the index of the last event read, or the index asked for when there is nothing beyond it
     * @param head the highest index there is
     */
    record Page(List<LogRecord> records, long last, long head) {}

    /** The next events after an index; tries every command node before it fails. */
    Page read(long after) throws IOException, InterruptedException {
        IOException failure = new IOException("TIDINGS_COMMAND_URLS names no command node");
        for (URI node : properties.commandUrls()) {
            try {
                return read(node, after);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Page read(URI node, long after) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        node.resolve("/internal/events?after=" + after + "&limit=" + properties.pageSize()))
                .header(InternalProperties.HEADER, internal.secret())
                .timeout(TIMEOUT)
                .build();
        HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the event feed answers " + response.statusCode());
            }
            List<LogRecord> records = new ArrayList<>(properties.pageSize());
            lines.filter(line -> !line.isBlank()).forEach(line -> records.add(record(line)));
            long last = records.isEmpty() ? after : records.getLast().origin().offset();
            return new Page(
                    records, last, response.headers().firstValueAsLong(HEAD).orElse(last));
        }
    }

    /** The event of one index; empty when the store has none there. */
    Optional<LogRecord> at(long index) throws IOException, InterruptedException {
        return read(index - 1).records().stream()
                .filter(record -> record.origin().offset() == index)
                .findFirst();
    }

    private LogRecord record(String line) {
        JsonNode event = json.readTree(line);
        Origin origin = new Origin(TOPIC, 0, event.get("index").asLong());
        try {
            return decoder.decode(envelope(event, origin), bytes(event));
        } catch (RuntimeException e) {
            return new UnreadableRecord(
                    origin,
                    streamId(event),
                    event.path("seq").isNumber() ? event.path("seq").asLong() : null,
                    event.path("type").asString("?"),
                    "the event store's line cannot be read: " + e.getClass().getSimpleName(),
                    bytes(event));
        }
    }

    private static EventDecoder.Envelope envelope(JsonNode event, Origin origin) {
        JsonNode actor = event.path("actorId");
        return new EventDecoder.Envelope(
                origin,
                Ids.canonicalUuid(event.get("streamId").asString()),
                event.get("seq").asLong(),
                Instant.parse(event.get("at").asString()),
                actor.isMissingNode() || actor.isNull() ? null : AccountId.parse(actor.asString()),
                new EventType(
                        event.get("type").asString(), event.get("revision").asInt()));
    }

    private byte[] bytes(JsonNode event) {
        return json.writeValueAsString(event.path("data")).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable UUID streamId(JsonNode event) {
        try {
            return Ids.canonicalUuid(event.path("streamId").asString(""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
