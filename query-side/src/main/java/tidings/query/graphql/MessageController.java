package tidings.query.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import tidings.query.access.ViewerFilter;
import tidings.query.accounts.AccountQueries;
import tidings.query.accounts.AccountView;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.timeline.MessageDetailQueries;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.Reaction;
import tidings.query.timeline.Revision;
import tidings.query.timeline.TimelineQueries;

/** The fields of messages, loaded for all messages of an answer at once. */
@Controller
final class MessageController {

    private final AccountQueries accounts;
    private final ChannelQueries channels;
    private final TimelineQueries timeline;
    private final MessageDetailQueries details;

    MessageController(
            AccountQueries accounts, ChannelQueries channels, TimelineQueries timeline, MessageDetailQueries details) {
        this.accounts = accounts;
        this.channels = channels;
        this.timeline = timeline;
        this.details = details;
    }

    @BatchMapping(typeName = "Message")
    Map<MessageView, AccountView> author(List<MessageView> messages) {
        Map<AccountId, AccountView> known =
                accounts.byIds(messages.stream().map(MessageView::authorId).toList());
        Map<MessageView, AccountView> authors = new HashMap<>();
        messages.forEach(message -> authors.put(
                message, known.getOrDefault(message.authorId(), AccountView.notYetKnown(message.authorId()))));
        return authors;
    }

    /** Asks the gate again: a caller who has been removed meanwhile gets nothing. */
    @BatchMapping(typeName = "Message")
    Map<MessageView, ChannelView> channel(
            List<MessageView> messages, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        Map<ChannelId, ChannelView> readable = channels.readable(
                viewer.accountId(),
                messages.stream().map(MessageView::channelId).toList());
        Map<MessageView, ChannelView> found = new HashMap<>();
        messages.forEach(message -> {
            ChannelView channel = readable.get(message.channelId());
            if (channel != null) {
                found.put(message, channel);
            }
        });
        return found;
    }

    @BatchMapping(typeName = "Message")
    Map<MessageView, MessageView> replyTo(List<MessageView> messages) {
        Map<MessageId, MessageView> parents = timeline.byIds(
                messages.stream().map(MessageView::channelId).toList(),
                messages.stream()
                        .map(MessageView::replyToId)
                        .filter(Objects::nonNull)
                        .toList());
        Map<MessageView, MessageView> found = new HashMap<>();
        messages.forEach(message -> {
            MessageView parent = message.replyToId() == null ? null : parents.get(message.replyToId());
            if (parent != null && parent.channelId().equals(message.channelId())) {
                found.put(message, parent);
            }
        });
        return found;
    }

    @BatchMapping(typeName = "Message")
    Map<MessageView, List<Reaction>> reactions(
            List<MessageView> messages, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        Map<MessageId, List<Reaction>> found = details.reactions(viewer.accountId(), messages);
        Map<MessageView, List<Reaction>> reactions = new HashMap<>();
        messages.forEach(message -> reactions.put(message, found.getOrDefault(message.id(), List.of())));
        return reactions;
    }

    @BatchMapping(typeName = "Message")
    Map<MessageView, List<Revision>> revisions(List<MessageView> messages) {
        Map<MessageId, List<Revision>> found = details.revisions(messages);
        Map<MessageView, List<Revision>> revisions = new HashMap<>();
        messages.forEach(message -> revisions.put(message, found.getOrDefault(message.id(), List.of())));
        return revisions;
    }

    @BatchMapping(typeName = "Reaction", field = "accounts")
    Map<Reaction, List<AccountView>> reactingAccounts(List<Reaction> reactions) {
        Map<AccountId, AccountView> known = accounts.byIds(reactions.stream()
                .flatMap(reaction -> reaction.accountIds().stream())
                .toList());
        Map<Reaction, List<AccountView>> found = new HashMap<>();
        reactions.forEach(reaction -> found.put(
                reaction,
                reaction.accountIds().stream()
                        .map(id -> known.getOrDefault(id, AccountView.notYetKnown(id)))
                        .toList()));
        return found;
    }

    @SchemaMapping(typeName = "Message")
    Connection<MessageView> replies(
            MessageView message, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        int limit = PageRequest.limit(first, PageRequest.USUAL, PageRequest.MOST);
        return new PageRequest(false, Cursor.seq(after, -1), Long.MAX_VALUE, limit)
                .page(
                        new MessageSource(timeline, new TimelineQueries.Scope(message.channelId(), message.id())),
                        MessageView::seq);
    }
}
