package tidings.tools.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.log.EventReader;
import tidings.events.log.FeedEvent;
import tidings.events.log.FeedLine;
import tidings.events.log.LogEvent;
import tidings.tools.log.EventFeed;
import tidings.tools.log.JacksonEventJson;
import tidings.tools.terminal.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the log with what the views have seen of it: whatever they have seen must be in the log still, as they saw it.
 * A forgery that rewrote the log shows so, unless the views were rebuilt since. The views are read before the log, so that
 * what happens meanwhile is no finding.
 */
final class ViewsCheck {

    private final ViewsApi views;
    private final EventFeed feed;
    private final Findings findings;
    private final @Nullable UUID only;
    private final JsonMapper json = JsonMapper.builder().build();
    private final EventReader reader = new EventReader(new JacksonEventJson());
    private long compared;

    /** @param only the stream that counts; null for all of them */
    ViewsCheck(ViewsApi views, EventFeed feed, Findings findings, @Nullable UUID only) {
        this.views = views;
        this.feed = feed;
        this.findings = findings;
        this.only = only;
    }

    /** How many events were compared. */
    long compared() {
        return compared;
    }

    /** @param log how far each stream has come in the log */
    void check(Map<UUID, Long> log, Progress progress) {
        List<ViewsApi.Head> channels = new ArrayList<>();
        views.channels(channel -> {
            if (counts(channel)) {
                channels.add(channel);
            }
        });
        for (int i = 0; i < channels.size(); i++) {
            channel(channels.get(i));
            progress.at(i + 1, channels.size(), "views of channels");
        }
        if (only == null) {
            views.accounts(account -> account(account, log));
        }
        lag(log);
    }

    private boolean counts(ViewsApi.Head head) {
        return only == null || only.toString().equals(head.streamId());
    }

    private void account(ViewsApi.Head seen, Map<UUID, Long> log) {
        UUID id = UUID.fromString(seen.streamId());
        if (log.getOrDefault(id, -1L) < seen.seq()) {
            ends("Account", seen.streamId(), feed.head(id), seen.seq());
        }
    }

    private void ends(String stream, String streamId, long logHead, long viewHead) {
        if (logHead < viewHead) {
            findings.add(String.format(
                    "%s %s seq %d: the views have seen events up to %d, the log %s",
                    stream, streamId, logHead + 1, viewHead, logHead < 0 ? "has none" : "ends at " + logHead));
        }
    }

    private void channel(ViewsApi.Head seen) {
        Deque<ViewsApi.SeenEvent> expected = new ArrayDeque<>();
        HiddenTexts hidden = new HiddenTexts();
        long[] head = {-1, -1};
        feed.read(seen.streamId(), (index, of) -> {}, line -> {
            FeedEvent event = FeedEvent.of(line.json());
            head[0] = Math.max(head[0], event.seq());
            hidden.read(event.type(), line.json());
            if (expected.isEmpty() && head[1] < seen.seq()) {
                expected.addAll(views.events(seen.streamId(), head[1]));
                head[1] = expected.isEmpty() ? seen.seq() : expected.getLast().seq();
            }
            while (!expected.isEmpty() && expected.getFirst().seq() < event.seq()) {
                expected.removeFirst();
            }
            if (!expected.isEmpty() && expected.getFirst().seq() == event.seq()) {
                compare(event, line.json(), expected.removeFirst(), hidden);
            }
        });
        hidden.withoutDeletion()
                .forEach(seq -> findings.add(String.format(
                        "Channel %s seq %d: the views hide the text of a message that the log has not deleted",
                        seen.streamId(), seq)));
        ends("Channel", seen.streamId(), head[0], seen.seq());
    }

    private void compare(FeedEvent event, String line, ViewsApi.SeenEvent seen, HiddenTexts hidden) {
        compared++;
        List<String> different = new ArrayList<>();
        if (!Objects.equals(event.actorId(), seen.actorId())) {
            different.add("author");
        }
        if (!event.at().equals(seen.at())) {
            different.add("time");
        }
        if (!event.type().equals(seen.type())) {
            different.add("type");
        } else {
            different.addAll(hidden.without(seen, differentFields(line, seen)));
        }
        if (!different.isEmpty()) {
            findings.add(
                    event.index(),
                    event.stream(),
                    event.streamId(),
                    event.seq(),
                    event.type(),
                    "not as the views have seen it: " + String.join(", ", different));
        }
    }

    /** Which data differ; both are read as the present record, so that only what they say counts. */
    private List<String> differentFields(String line, ViewsApi.SeenEvent seen) {
        JsonNode logged = logged(line);
        JsonNode viewed = viewed(seen);
        if (logged == null || viewed == null) {
            return logged == null && viewed == null ? List.of() : List.of("data");
        }
        List<String> names = new ArrayList<>();
        logged.properties().forEach(field -> {
            if (!field.getValue().equals(viewed.path(field.getKey()))) {
                names.add(field.getKey());
            }
        });
        return names;
    }

    /** Null for what cannot be read: the log's own check tells it. */
    private @Nullable JsonNode logged(String line) {
        return reader.read(new FeedLine(0, line)) instanceof LogEvent event
                ? json.valueToTree(event.recorded().event())
                : null;
    }

    private @Nullable JsonNode viewed(ViewsApi.SeenEvent seen) {
        try {
            return json.valueToTree(reader.current(seen.type(), seen.data().getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** Views that are behind are given time while they come nearer. */
    private void lag(Map<UUID, Long> log) {
        Patiently.awaitLevel(() -> behind(log))
                .forEach((stream, head) -> findings.add(String.format(
                        "stream %s seq %d: the views have not seen it, though the log has events up to %d",
                        stream, head + 1, log.getOrDefault(stream, -1L))));
    }

    /** The heads of those streams whose views have not come as far as the log. */
    private Map<UUID, Long> behind(Map<UUID, Long> log) {
        Map<UUID, Long> seen = new HashMap<>();
        views.channels(head -> seen.put(UUID.fromString(head.streamId()), head.seq()));
        views.accounts(head -> seen.put(UUID.fromString(head.streamId()), head.seq()));
        Map<UUID, Long> behind = new HashMap<>();
        log.forEach((stream, head) -> {
            long known = seen.getOrDefault(stream, -1L);
            if (known < head) {
                behind.put(stream, known);
            }
        });
        return behind;
    }
}
