package tidings.command.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.Ids;

@RestController
class FeedController {

    static final String HEAD_INDEX = "Tidings-Head-Index";

    private static final int MAX_LIMIT = 5_000;
    private static final int BUFFER = 65_536;

    private final FeedQueries queries;
    private final Clock clock;
    private final SeenHeads heads = new SeenHeads(GapGuard.UNLOCKED_MOMENT, System::nanoTime);

    FeedController(FeedQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** A page may be shorter than asked for where it would pass an event that is being recorded: ask again. */
    @GetMapping("/internal/events")
    void events(
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String streamId,
            HttpServletResponse response)
            throws IOException {
        if (limit < 1 || limit > MAX_LIMIT || after < -1) {
            throw new CommandRefusedException(
                    RejectionCode.BAD_FRAME, "after is from -1, limit from 1 to " + MAX_LIMIT);
        }
        String stream = streamId == null ? null : canonical(streamId);
        response.setContentType("application/x-ndjson");
        long head = queries.headIndex();
        heads.saw(head);
        response.setHeader(HEAD_INDEX, Long.toString(head));
        // not closed where reading fails: what was not flushed is not sent, and the answer breaks off
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        if (stream == null) {
            GapGuard guard = new GapGuard(queries, heads, clock, after);
            queries.readAfter(after, limit, event -> guard.admits(event) && write(event, out));
        } else {
            queries.readStreamAfter(stream, after, limit, event -> write(event, out));
        }
        out.flush();
    }

    private static boolean write(StoredEvent event, OutputStream out) {
        try {
            event.writeTo(out);
            return true;
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    private static String canonical(String streamId) {
        try {
            return Ids.canonicalUuid(streamId).toString();
        } catch (IllegalArgumentException noId) {
            throw new CommandRefusedException(RejectionCode.BAD_FRAME, "streamId is no id");
        }
    }
}
