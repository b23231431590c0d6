package tidings.query.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tidings.access.Identity;
import tidings.events.channel.ChannelId;
import tidings.query.access.ViewerFilter;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.readmarker.UnreadQueries;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.ThreadQueries;

/** A whole thread. Its root exists only for callers that may read the channel. */
@Controller
@SchemaMapping(typeName = "Thread")
final class ThreadController {

    private final ThreadQueries threads;
    private final ChannelQueries channels;
    private final UnreadQueries unread;

    ThreadController(ThreadQueries threads, ChannelQueries channels, UnreadQueries unread) {
        this.threads = threads;
        this.channels = channels;
        this.unread = unread;
    }

    /** A thread is its root. */
    record Conversation(MessageView root) {}

    @QueryMapping
    @Nullable Conversation thread(@Argument String root, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        return RootController.Identifiers.message(root)
                .flatMap(message -> threads.root(viewer.accountId(), message))
                .map(Conversation::new)
                .orElse(null);
    }

    @SchemaMapping
    Connection<MessageView> replies(
            Conversation thread, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        int limit = PageRequest.limit(first, PageRequest.USUAL, PageRequest.MOST);
        return new PageRequest(false, Cursor.seq(after, -1), Long.MAX_VALUE, limit)
                .page(new Replies(threads, thread.root()), MessageView::seq);
    }

    private record Replies(ThreadQueries threads, MessageView root) implements PageRequest.Source<MessageView> {

        @Override
        public List<MessageView> first(long after, long before, int limit) {
            return threads.first(root, after, before, limit);
        }

        @Override
        public List<MessageView> last(long after, long before, int limit) {
            return threads.last(root, after, before, limit);
        }
    }

    @SchemaMapping
    int replyCount(Conversation thread) {
        return threads.replies(thread.root());
    }

    @SchemaMapping
    int unreadCount(Conversation thread, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        ChannelId channel = thread.root().channelId();
        if (channels.readable(viewer.accountId(), channel)
                .filter(ChannelView::member)
                .isEmpty()) {
            return 0;
        }
        long readSeq = unread.readSeqs(viewer.accountId(), List.of(channel)).getOrDefault(channel, -1L);
        return threads.unread(thread.root(), viewer.accountId(), readSeq);
    }

    @SchemaMapping
    boolean followed(Conversation thread, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        return threads.takesPart(thread.root(), viewer.accountId());
    }
}
