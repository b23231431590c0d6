package tidings.query.graphql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tidings.events.channel.ChannelId;
import tidings.query.channels.ChannelQueries;
import tidings.query.identity.ErrorAnswer;
import tidings.query.identity.Viewer;
import tidings.query.projection.ProjectionProgress;

/**
 * Read your writes: {@code X-Min-Seq: <channelId>=<seq>} (several, separated by commas) makes a query wait until the
 * views have come so far and the caller may read the channel, at most 2 s in all; then it is answered with the code
 * {@code STALE}. A hidden channel and one that does not exist are waited for alike.
 */
@Component
@Order(MinSeqFilter.AFTER_AUTHENTICATION)
final class MinSeqFilter extends OncePerRequestFilter {

    static final int AFTER_AUTHENTICATION = 20;
    private static final String HEADER = "X-Min-Seq";
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int MOST_CHANNELS = 10;

    private final ChannelQueries channels;
    private final ProjectionProgress progress;

    MinSeqFilter(ChannelQueries channels, ProjectionProgress progress) {
        this.channels = channels;
        this.progress = progress;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (reached(viewer, parse(String.valueOf(request.getHeader(HEADER))))) {
                chain.doFilter(request, response);
            } else {
                ErrorAnswer.send(response, 200, ErrorCode.STALE.name(), "the views have not come that far: ask again");
            }
        } catch (IllegalArgumentException e) {
            ErrorAnswer.send(response, 400, ErrorCode.BAD_REQUEST.name(), HEADER + " is <channelId>=<seq>");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ErrorAnswer.send(response, 503, ErrorCode.STALE.name(), "the node is stopping");
        }
    }

    private boolean reached(Viewer viewer, Map<ChannelId, Long> asked) throws InterruptedException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        for (Map.Entry<ChannelId, Long> entry : asked.entrySet()) {
            ChannelId channel = entry.getKey();
            Duration left = Duration.ofNanos(end - System.nanoTime());
            boolean reached = progress.await(
                    channel.value(),
                    left,
                    LOOK_AGAIN,
                    () -> channels.readable(viewer.id(), channel)
                            .filter(found -> found.seq() >= entry.getValue())
                            .isPresent());
            if (!reached) {
                return false;
            }
        }
        return true;
    }

    private static Map<ChannelId, Long> parse(String header) {
        Map<ChannelId, Long> asked = new LinkedHashMap<>();
        for (String part : header.split(",", MOST_CHANNELS + 1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length != 2 || asked.size() == MOST_CHANNELS) {
                throw new IllegalArgumentException("not a pair");
            }
            asked.put(ChannelId.parse(pair[0].strip()), Long.parseLong(pair[1].strip()));
        }
        return asked;
    }
}
