package tidings.query.graphql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tidings.access.Identity;
import tidings.events.channel.ChannelId;
import tidings.query.access.ErrorAnswer;
import tidings.query.access.ViewerFilter;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.projection.ProjectionProgress;
import tidings.query.readmarker.UnreadQueries;

/**
 * Read your writes: {@code X-Min-Seq: <channelId>=<seq>} makes a query wait until the views have come so far and the
 * caller may read the channel, {@code read:<channelId>=<seq>} until the caller's read marker has. Several are separated
 * by commas; all together at most 2 s, then the query is answered with the code {@code STALE}. A hidden channel and one
 * that does not exist are waited for alike.
 */
@Component
@Order(MinSeqFilter.AFTER_AUTHENTICATION)
final class MinSeqFilter extends OncePerRequestFilter {

    static final int AFTER_AUTHENTICATION = 20;
    private static final String HEADER = "X-Min-Seq";
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int MOST_CHANNELS = 10;
    private static final String MARKER = "read:";
    private static final long NEVER = Long.MIN_VALUE;

    private final ChannelQueries channels;
    private final UnreadQueries unread;
    private final ProjectionProgress progress;

    MinSeqFilter(ChannelQueries channels, UnreadQueries unread, ProjectionProgress progress) {
        this.channels = channels;
        this.unread = unread;
        this.progress = progress;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(ViewerFilter.VIEWER) instanceof Identity viewer)) {
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
            ErrorAnswer.send(
                    response,
                    400,
                    ErrorCode.BAD_REQUEST.name(),
                    HEADER + " is <channelId>=<seq> or read:<channelId>=<seq>");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ErrorAnswer.send(response, 503, ErrorCode.STALE.name(), "the node is stopping");
        }
    }

    /**
     * What is waited for.
     *
     * @param marker whether it is the caller's read marker, rather than the channel's events
     */
    private record Place(ChannelId channel, boolean marker) {}

    private boolean reached(Identity viewer, Map<Place, Long> asked) throws InterruptedException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        for (Map.Entry<Place, Long> entry : asked.entrySet()) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            boolean reached = progress.await(
                    entry.getKey().channel().value(),
                    left,
                    LOOK_AGAIN,
                    () -> seq(viewer, entry.getKey()) >= entry.getValue());
            if (!reached) {
                return false;
            }
        }
        return true;
    }

    private long seq(Identity viewer, Place place) {
        return place.marker()
                ? unread.readSeqs(viewer.accountId(), List.of(place.channel())).getOrDefault(place.channel(), NEVER)
                : channels.readable(viewer.accountId(), place.channel())
                        .map(ChannelView::seq)
                        .orElse(NEVER);
    }

    private static Map<Place, Long> parse(String header) {
        Map<Place, Long> asked = new LinkedHashMap<>();
        for (String part : header.split(",", MOST_CHANNELS + 1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length != 2 || asked.size() == MOST_CHANNELS) {
                throw new IllegalArgumentException("not a pair");
            }
            boolean marker = pair[0].startsWith(MARKER);
            String channel = marker ? pair[0].substring(MARKER.length()) : pair[0];
            asked.put(new Place(ChannelId.parse(channel.strip()), marker), Long.parseLong(pair[1].strip()));
        }
        return asked;
    }
}
