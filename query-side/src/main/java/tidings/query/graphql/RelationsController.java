package tidings.query.graphql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import tidings.access.Identity;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Forwarded;
import tidings.events.channel.Mentions;
import tidings.events.channel.MessageId;
import tidings.query.access.ViewerFilter;
import tidings.query.accounts.AccountQueries;
import tidings.query.accounts.AccountView;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.TimelineQueries;

/** What ties a message to other messages, people and channels. What lies in another channel passes the gate again. */
@Controller
final class RelationsController {

    private static final int NAMED_MENTIONS = 50;

    private final AccountQueries accounts;
    private final ChannelQueries channels;
    private final TimelineQueries timeline;

    RelationsController(AccountQueries accounts, ChannelQueries channels, TimelineQueries timeline) {
        this.accounts = accounts;
        this.channels = channels;
        this.timeline = timeline;
    }

    @BatchMapping(typeName = "Message")
    Map<MessageView, MessageView> threadRoot(List<MessageView> messages) {
        Map<MessageId, MessageView> roots = timeline.byIds(
                messages.stream().map(MessageView::channelId).toList(),
                messages.stream()
                        .map(MessageView::threadRootId)
                        .filter(Objects::nonNull)
                        .toList());
        Map<MessageView, MessageView> found = new HashMap<>();
        messages.forEach(message -> {
            MessageView root = message.threadRootId() == null ? null : roots.get(message.threadRootId());
            if (root != null && root.channelId().equals(message.channelId())) {
                found.put(message, root);
            }
        });
        return found;
    }

    @BatchMapping(typeName = "Mentions", field = "accounts")
    Map<Mentions, List<AccountView>> mentionedAccounts(List<Mentions> mentions) {
        Map<AccountId, AccountView> known = accounts.byIds(
                mentions.stream().flatMap(each -> named(each).stream()).toList());
        Map<Mentions, List<AccountView>> found = new HashMap<>();
        mentions.forEach(each -> found.put(
                each,
                named(each).stream()
                        .map(id -> known.getOrDefault(id, AccountView.notYetKnown(id)))
                        .toList()));
        return found;
    }

    private static List<AccountId> named(Mentions mentions) {
        return mentions.accountIds().stream().limit(NAMED_MENTIONS).toList();
    }

    @BatchMapping(typeName = "Forwarded")
    Map<Forwarded, AccountView> author(List<Forwarded> sources) {
        Map<AccountId, AccountView> known =
                accounts.byIds(sources.stream().map(Forwarded::authorId).toList());
        Map<Forwarded, AccountView> found = new HashMap<>();
        sources.forEach(source ->
                found.put(source, known.getOrDefault(source.authorId(), AccountView.notYetKnown(source.authorId()))));
        return found;
    }

    @BatchMapping(typeName = "Forwarded")
    Map<Forwarded, ChannelView> channel(List<Forwarded> sources, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        Map<ChannelId, ChannelView> readable = readable(sources, viewer);
        Map<Forwarded, ChannelView> found = new HashMap<>();
        sources.forEach(source -> {
            ChannelView channel = readable.get(source.channelId());
            if (channel != null) {
                found.put(source, channel);
            }
        });
        return found;
    }

    @BatchMapping(typeName = "Forwarded")
    Map<Forwarded, MessageView> message(List<Forwarded> sources, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        Set<ChannelId> readable = readable(sources, viewer).keySet();
        Map<MessageId, MessageView> messages = timeline.byIds(
                readable, sources.stream().map(Forwarded::messageId).toList());
        Map<Forwarded, MessageView> found = new HashMap<>();
        sources.forEach(source -> {
            MessageView message = messages.get(source.messageId());
            if (message != null) {
                found.put(source, message);
            }
        });
        return found;
    }

    private Map<ChannelId, ChannelView> readable(Collection<Forwarded> sources, Identity viewer) {
        return channels.readable(
                viewer.accountId(), sources.stream().map(Forwarded::channelId).toList());
    }
}
