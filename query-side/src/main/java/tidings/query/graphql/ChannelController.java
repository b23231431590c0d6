package tidings.query.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tidings.access.Identity;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.query.access.ViewerFilter;
import tidings.query.accounts.AccountQueries;
import tidings.query.accounts.AccountView;
import tidings.query.channels.ChannelMember;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.history.HistoryQueries;
import tidings.query.history.RecordedChannelEvent;
import tidings.query.readmarker.UnreadQueries;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.TimelineQueries;

/** The fields of a channel. A {@link ChannelView} exists only for callers that may read the channel. */
@Controller
@SchemaMapping(typeName = "Channel")
final class ChannelController {

    static final int MOST_EVENTS = 1_000;
    private static final int USUAL_EVENTS = 100;

    private final ChannelQueries channels;
    private final AccountQueries accounts;
    private final TimelineQueries timeline;
    private final HistoryQueries history;
    private final UnreadQueries unread;

    ChannelController(
            ChannelQueries channels,
            AccountQueries accounts,
            TimelineQueries timeline,
            HistoryQueries history,
            UnreadQueries unread) {
        this.channels = channels;
        this.accounts = accounts;
        this.timeline = timeline;
        this.history = history;
        this.unread = unread;
    }

    @BatchMapping(typeName = "Channel")
    Map<ChannelView, Long> unreadCount(List<ChannelView> channels, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        List<ChannelId> joined = channels.stream()
                .filter(ChannelView::member)
                .map(ChannelView::id)
                .toList();
        return perChannel(channels, unread.unread(viewer.accountId(), joined), 0L);
    }

    @BatchMapping(typeName = "Channel")
    Map<ChannelView, Long> readSeq(List<ChannelView> channels, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        List<ChannelId> ids = channels.stream().map(ChannelView::id).toList();
        return perChannel(channels, unread.readSeqs(viewer.accountId(), ids), -1L);
    }

    private static Map<ChannelView, Long> perChannel(
            List<ChannelView> channels, Map<ChannelId, Long> found, long otherwise) {
        Map<ChannelView, Long> values = new HashMap<>();
        channels.forEach(channel -> values.put(channel, found.getOrDefault(channel.id(), otherwise)));
        return values;
    }

    /** A page of accounts; the edges of members tell the role. */
    record Members(List<MemberEdge> edges, Connection.PageInfo pageInfo) {}

    /** @param role null where the accounts are not those of a channel */
    record MemberEdge(
            String cursor, AccountView node, @Nullable Role role) {}

    @SchemaMapping
    Members members(ChannelView channel, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        int limit = PageRequest.limit(first, PageRequest.USUAL, PageRequest.MOST);
        List<ChannelMember> oneMore = channels.members(channel, Cursor.seq(after, -1), limit + 1);
        Map<AccountId, AccountView> known =
                accounts.byIds(oneMore.stream().map(ChannelMember::account).toList());
        Connection<ChannelMember> page =
                Connection.forwards(oneMore, limit, member -> Cursor.ofSeq(member.joinedSeq()), after != null);
        return new Members(page.edges().stream().map(edge -> edge(edge, known)).toList(), page.pageInfo());
    }

    private static MemberEdge edge(Connection.Edge<ChannelMember> edge, Map<AccountId, AccountView> known) {
        AccountId id = edge.node().account();
        return new MemberEdge(
                edge.cursor(),
                known.getOrDefault(id, AccountView.notYetKnown(id)),
                edge.node().role());
    }

    @SchemaMapping
    Connection<MessageView> messages(
            ChannelView channel,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Integer last,
            @Argument @Nullable String before,
            @Argument @Nullable String around) {
        MessageSource source = new MessageSource(timeline, new TimelineQueries.Scope(channel.id(), null));
        if (around == null) {
            return PageRequest.of(first, after, last, before).page(source, MessageView::seq);
        }
        if (after != null || before != null) {
            throw QueryRefusedException.badRequest("around goes with neither after nor before");
        }
        int limit = PageRequest.limit(first != null ? first : last, PageRequest.USUAL, PageRequest.MOST);
        return PageRequest.around(middle(channel, around), limit, source, MessageView::seq);
    }

    private long middle(ChannelView channel, String around) {
        MessageId id = RootController.Identifiers.message(around).orElseThrow(QueryRefusedException::notFound);
        MessageView message = timeline.byIds(List.of(channel.id()), List.of(id)).get(id);
        if (message == null) {
            throw QueryRefusedException.notFound();
        }
        return message.seq();
    }

    @SchemaMapping
    List<RecordedChannelEvent> events(ChannelView channel, @Argument int afterSeq, @Argument @Nullable Integer first) {
        return history.events(channel.id(), afterSeq, PageRequest.limit(first, USUAL_EVENTS, MOST_EVENTS));
    }

    @SchemaMapping
    @Nullable ChannelSnapshot asOf(ChannelView channel, @Argument @Nullable Instant at, @Argument @Nullable Integer seq) {
        if (at != null && seq == null) {
            return history.momentAt(channel.id(), at)
                    .map(moment -> new ChannelSnapshot(channel, moment))
                    .orElse(null);
        }
        if (seq != null && at == null) {
            return history.momentAt(channel.id(), seq)
                    .map(moment -> new ChannelSnapshot(channel, moment))
                    .orElse(null);
        }
        throw QueryRefusedException.badRequest("a moment is given by at or by seq");
    }
}
