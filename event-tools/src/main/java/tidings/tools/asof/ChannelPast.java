package tidings.tools.asof;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** A channel, event by event. What it remembers grows with the channel's messages. */
final class ChannelPast {

    private final Map<AccountId, Role> members = new LinkedHashMap<>();
    private final Map<MessageId, Message> messages = new LinkedHashMap<>();
    private @Nullable String name;
    private @Nullable String topic;
    private Visibility visibility = Visibility.PRIVATE;
    private boolean archived;
    private long seq = -1;
    private Instant at = Instant.EPOCH;

    void apply(long eventSeq, Instant eventAt, @Nullable String actorId, ChannelEvent event) {
        seq = eventSeq;
        at = eventAt;
        switch (event) {
            case ChannelEvent.ChannelOpened e -> {
                name = e.name();
                topic = e.topic();
                visibility = e.visibility();
            }
            case ChannelEvent.MemberJoined e -> members.put(e.memberId(), e.role());
            case ChannelEvent.MemberLeft e -> members.remove(e.memberId());
            case ChannelEvent.MessagePosted e ->
                wrote(e.messageId(), new Message(e.messageId().toString(), seq, at, actorId, null, e.body()));
            case ChannelEvent.MessageImported e ->
                wrote(
                        e.messageId(),
                        new Message(e.messageId().toString(), seq, e.writtenAt(), actorId, e.editedAt(), e.body()));
            case ChannelEvent.MessageEdited e ->
                messages.computeIfPresent(
                        e.messageId(),
                        (id, old) -> new Message(old.id(), old.seq(), old.at(), old.authorId(), eventAt, e.body()));
            case ChannelEvent.MessageDeleted e -> messages.remove(e.messageId());
            case ChannelEvent.ChannelSetting e -> set(e);
            case ChannelEvent.MemberStanding e -> {
                if (e instanceof ChannelEvent.RoleChanged changed) {
                    members.replace(changed.memberId(), changed.role());
                }
            }
            case ChannelEvent.ReactionAdded e -> {}
            case ChannelEvent.ReactionRemoved e -> {}
            case ChannelEvent.Pinning e -> {}
        }
    }

    private void wrote(MessageId id, Message message) {
        messages.put(id, message);
    }

    private void set(ChannelEvent.ChannelSetting setting) {
        switch (setting) {
            case ChannelEvent.ChannelRenamed e -> name = e.name();
            case ChannelEvent.TopicChanged e -> topic = e.topic();
            case ChannelEvent.ChannelArchived e -> archived = true;
            case ChannelEvent.ChannelUnarchived e -> archived = false;
            case ChannelEvent.DescriptionChanged e -> {}
            case ChannelEvent.SlowModeSet e -> {}
            case ChannelEvent.AnnouncementModeSet e -> {}
            case ChannelEvent.GuestsReadOnlySet e -> {}
        }
    }

    boolean isOpen() {
        return seq >= 0;
    }

    Snapshot snapshot(String channelId, int last) {
        List<Message> all = List.copyOf(messages.values());
        return new Snapshot(
                channelId,
                seq,
                at,
                name,
                topic,
                visibility,
                archived,
                members.entrySet().stream()
                        .map(member -> new Member(member.getKey().toString(), member.getValue()))
                        .toList(),
                all.size(),
                all.subList(Math.max(0, all.size() - last), all.size()));
    }
}
