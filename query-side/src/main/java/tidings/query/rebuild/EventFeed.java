package tidings.query.rebuild;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tidings.events.log.EventReader;
import tidings.events.log.FeedLine;
import tidings.events.log.LogRecord;
import tidings.query.access.InternalProperties;

/** Reads the event store through the command side's feed, in the order of its index. */
@Component
final class EventFeed {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final RebuildProperties properties;
    private final InternalProperties internal;
    private final EventReader reader;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    EventFeed(RebuildProperties properties, InternalProperties internal, EventReader reader) {
        this.properties = properties;
        this.internal = internal;
        this.reader = reader;
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
                        node.resolve(FeedLine.PATH + "?after=" + after + "&limit=" + properties.pageSize()))
                .header(InternalProperties.HEADER, internal.secret())
                .timeout(TIMEOUT)
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the event feed answers " + response.statusCode());
            }
            List<LogRecord> records = new ArrayList<>(properties.pageSize());
            long last = Math.max(after, FeedLine.read(body, line -> records.add(reader.read(line))));
            return new Page(
                    records,
                    last,
                    response.headers().firstValueAsLong(FeedLine.HEAD_HEADER).orElse(last));
        }
    }

    /** The event of one index; empty when the store has none there. */
    Optional<LogRecord> at(long index) throws IOException, InterruptedException {
        return read(index - 1).records().stream()
                .filter(record -> record.origin().offset() == index)
                .findFirst();
    }
}
