package tidings.tools.log;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tidings.events.log.FeedEvent;
import tidings.events.log.FeedLine;
import tidings.tools.http.InternalApi;
import tidings.tools.http.UnavailableException;

/**
 * The event log as the command side gives it: one JSON object per line, in order. It is read page by page up to where it
 * ended when the reading began, so that a log that grows has an end too. Before an event that is still being recorded it
 * waits, for a little longer each time.
 */
public final class EventFeed {

    private static final int PAGE = 5_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final InternalApi command;
    private final Pauses pauses;

    public EventFeed(InternalApi command) {
        this(command, Thread::sleep);
    }

    EventFeed(InternalApi command, Pauses pauses) {
        this.command = command;
        this.pauses = pauses;
    }

    /** Lets time pass. */
    interface Pauses {
        void pause(Duration time) throws InterruptedException;
    }

    /** How far a reading is. */
    public interface Watcher {
        void at(long index, long head);
    }

    /**
     * Gives every event of the log, or of one stream, to the reader.
     *
     * @param streamId of one channel or account; null for the whole log
     */
    public void read(@Nullable String streamId, Watcher watcher, Consumer<FeedLine> reader) {
        String of = streamId == null ? "" : "&streamId=" + streamId;
        long after = -1;
        long end = Long.MAX_VALUE;
        Duration pause = FIRST_PAUSE;
        while (after < end) {
            HttpResponse<InputStream> page = command.stream(FeedLine.PATH + "?after=" + after + "&limit=" + PAGE + of);
            long head = page.headers().firstValueAsLong(FeedLine.HEAD_HEADER).orElse(-1);
            end = Math.min(end, head);
            long last = lines(page.body(), end, reader);
            if (streamId != null && last < 0) {
                return;
            }
            boolean further = last > after;
            after = Math.max(after, last);
            watcher.at(after, end);
            pause = further || after >= end ? FIRST_PAUSE : paused(pause);
        }
    }

    /** Where a stream ends now; -1 when there is none. */
    public long head(UUID stream) {
        long[] head = {-1};
        read(
                stream.toString(),
                (index, of) -> {},
                line -> head[0] = Math.max(head[0], FeedEvent.of(line.json()).seq()));
        return head[0];
    }

    private Duration paused(Duration pause) {
        try {
            pauses.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while an event is being recorded");
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /** The last index of a page, or -1 when it is empty. A page may end before an event that is being recorded. */
    private static long lines(InputStream body, long end, Consumer<FeedLine> reader) {
        try {
            return FeedLine.read(body, line -> {
                if (line.index() <= end) {
                    reader.accept(line);
                }
            });
        } catch (IOException e) {
            throw new UnavailableException("the event feed broke off: " + e.getMessage(), e);
        }
    }
}
