package tidings.query.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.query.accounts.AccountQueries;
import tidings.query.accounts.AccountView;
import tidings.query.channels.ChannelView;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.PinQueries;
import tidings.query.timeline.PinQueries.Pin;
import tidings.query.timeline.TimelineQueries;

/** What is pinned in a channel. */
@Controller
final class PinController {

    private final PinQueries pins;
    private final TimelineQueries timeline;
    private final AccountQueries accounts;

    PinController(PinQueries pins, TimelineQueries timeline, AccountQueries accounts) {
        this.pins = pins;
        this.timeline = timeline;
        this.accounts = accounts;
    }

    record Pins(List<PinEdge> edges, Connection.PageInfo pageInfo) {}

    record PinEdge(
            String cursor,
            MessageView node,
            Instant pinnedAt,
            @Nullable AccountView pinnedBy) {}

    @SchemaMapping(typeName = "Channel")
    Pins pins(ChannelView channel, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        int limit = PageRequest.limit(first, PageRequest.USUAL, PageRequest.MOST);
        List<Pin> oneMore = pins.pins(channel.id(), Cursor.seq(after, Long.MAX_VALUE), limit + 1);
        Connection<Pin> page = Connection.forwards(oneMore, limit, pin -> Cursor.ofSeq(pin.seq()), after != null);
        Map<MessageId, MessageView> messages = timeline.byIds(
                List.of(channel.id()), oneMore.stream().map(Pin::message).toList());
        Map<AccountId, AccountView> known = accounts.byIds(
                oneMore.stream().map(Pin::by).filter(Objects::nonNull).toList());
        List<PinEdge> edges = new ArrayList<>();
        for (Connection.Edge<Pin> edge : page.edges()) {
            MessageView message = messages.get(edge.node().message());
            AccountId by = edge.node().by();
            if (message != null) {
                edges.add(new PinEdge(edge.cursor(), message, edge.node().at(), by == null ? null : known.get(by)));
            }
        }
        return new Pins(edges, page.pageInfo());
    }

    @BatchMapping(typeName = "Message")
    Map<MessageView, Boolean> pinned(List<MessageView> messages) {
        Set<MessageId> found = pins.pinned(messages);
        Map<MessageView, Boolean> pinned = new HashMap<>();
        messages.forEach(message -> pinned.put(message, found.contains(message.id())));
        return pinned;
    }
}
