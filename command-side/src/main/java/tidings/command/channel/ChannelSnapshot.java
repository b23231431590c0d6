package tidings.command.channel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;

/** A channel's state as it is stored between events; plain JSON, no part of any contract: it can be thrown away. */
public record ChannelSnapshot(
        ChannelId id,
        @Nullable Visibility visibility,
        @Nullable AccountId openedBy,
        Mark opened,
        Mark head,
        List<Members.Member> members,
        List<Message> messages,
        List<Deletion> deletions,
        List<Reacted> reactions) {

    /** Raised whenever the shape or the meaning changes: older snapshots are then passed over. */
    public static final int REVISION = 1;

    record Message(
            LoggedMessage message,
            ClientMessageId clientMessageId,
            Set<String> emoji,
            @Nullable Mark deletion) {}

    record Deletion(MessageId messageId, Mark mark) {}

    record Reacted(RecentMessages.Reaction reaction, RecentMessages.ReactionState state) {}

    /** Reads a channel; its later changes do not show. */
    public static ChannelSnapshot of(Channel channel) {
        return channel.snapshot();
    }

    public Channel restore() {
        return new Channel(this);
    }

    static ChannelSnapshot of(
            ChannelId id,
            @Nullable Visibility visibility,
            @Nullable AccountId openedBy,
            Mark opened,
            Mark head,
            Members members,
            RecentMessages messages) {
        return new ChannelSnapshot(
                id,
                visibility,
                openedBy,
                opened,
                head,
                members.all(),
                messages.messages().stream().map(ChannelSnapshot::message).toList(),
                messages.deletions().entrySet().stream()
                        .map(entry -> new Deletion(entry.getKey(), entry.getValue()))
                        .toList(),
                messages.reactions().entrySet().stream()
                        .map(entry -> new Reacted(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Message message(RecentMessages.Recent recent) {
        return new Message(recent.message(), recent.clientMessageId(), Set.copyOf(recent.emoji()), recent.deletion());
    }

    Members restoreMembers() {
        Members restored = new Members();
        members.forEach(restored::join);
        return restored;
    }

    RecentMessages restoreMessages() {
        RecentMessages restored = new RecentMessages();
        messages.forEach(message -> restored.restore(new RecentMessages.Recent(
                message.message(), message.clientMessageId(), new HashSet<>(message.emoji()), message.deletion())));
        deletions.forEach(deletion -> restored.deleted(deletion.messageId(), deletion.mark()));
        reactions.forEach(reacted -> restored.reacted(reacted.reaction(), reacted.state()));
        return restored;
    }
}
