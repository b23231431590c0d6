package tidings.command.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.command.eventstore.SnapshotType;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/** A channel's state as it is stored between events; plain JSON, no part of any contract: it can be thrown away. */
public record ChannelSnapshot(
        ChannelId id,
        Settings settings,
        @Nullable AccountId openedBy,
        EventPosition opened,
        EventPosition head,
        List<Members.Member> members,
        List<Banned> bans,
        List<Message> messages,
        List<Marked> deletions,
        List<Reacted> reactions,
        long reactionsForgottenUpTo,
        List<Marked> pins,
        List<Posted> posts) {

    /** Raised whenever the shape or the meaning changes: older snapshots are then passed over. */
    private static final int REVISION = 3;

    static final SnapshotType<Channel, ChannelSnapshot> TYPE = new SnapshotType<>(
            Channel.class, REVISION, ChannelSnapshot.class, Channel::snapshot, ChannelSnapshot::restore);

    record Banned(AccountId accountId, @JsonProperty("mark") EventPosition position) {}

    record Message(
            LoggedMessage message,
            ClientMessageId clientMessageId,
            Map<String, Integer> emoji,
            @Nullable MessageId threadRoot,
            @Nullable EventPosition deletion) {}

    record Marked(MessageId messageId, @JsonProperty("mark") EventPosition position) {}

    record Reacted(Reaction reaction, ReactionState state) {}

    record Posted(AccountId accountId, Instant at) {}

    static ChannelSnapshot of(ChannelId id, ChannelState state) {
        return new ChannelSnapshot(
                id,
                state.settings(),
                state.openedBy(),
                state.opened(),
                state.head(),
                state.members.all(),
                state.members.bans().entrySet().stream()
                        .map(ban -> new Banned(ban.getKey(), ban.getValue()))
                        .toList(),
                state.messages.messages().stream().map(ChannelSnapshot::message).toList(),
                marked(state.messages.deletions()),
                state.reactions.all().entrySet().stream()
                        .map(entry -> new Reacted(entry.getKey(), entry.getValue()))
                        .toList(),
                state.reactions.forgottenUpTo(),
                marked(state.pins.all()),
                state.postingTimes.all().entrySet().stream()
                        .map(entry -> new Posted(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Message message(RecentMessages.Recent recent) {
        return new Message(
                recent.message(),
                recent.clientMessageId(),
                Map.copyOf(recent.emoji()),
                recent.threadRoot(),
                recent.deletion());
    }

    private static List<Marked> marked(Map<MessageId, EventPosition> positions) {
        return positions.entrySet().stream()
                .map(entry -> new Marked(entry.getKey(), entry.getValue()))
                .toList();
    }

    public Channel restore() {
        ChannelState state = new ChannelState();
        state.restore(settings, openedBy, opened, head);
        members.forEach(state.members::put);
        bans.forEach(ban -> state.members.ban(ban.accountId(), ban.position()));
        messages.forEach(message -> state.messages.restore(new RecentMessages.Recent(
                message.message(),
                message.clientMessageId(),
                new HashMap<>(message.emoji()),
                message.threadRoot(),
                null,
                null,
                message.deletion())));
        deletions.forEach(deletion -> state.messages.deleted(deletion.messageId(), deletion.position()));
        state.reactions.forgotten(reactionsForgottenUpTo);
        reactions.forEach(reacted -> state.reactions.reacted(reacted.reaction(), reacted.state()));
        pins.forEach(pin -> state.pins.pin(pin.messageId(), pin.position()));
        posts.forEach(posted -> state.postingTimes.restore(posted.accountId(), posted.at()));
        return new Channel(id, state);
    }
}
