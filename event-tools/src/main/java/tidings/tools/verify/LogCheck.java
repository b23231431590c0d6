package tidings.tools.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.Ids;
import tidings.events.account.AccountEvent;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.log.EventReader;
import tidings.events.log.FeedEvent;
import tidings.events.log.FeedLine;
import tidings.events.log.LogEvent;
import tidings.events.log.UnreadableRecord;
import tidings.tools.log.JacksonEventJson;

/**
 * Checks events in the order of the log: every stream counts from 0 without a gap and begins as it must, every event can be
 * read by this build, message ids and a sender's client message ids are unique, and whatever speaks of a message comes
 * after it in the same channel. It remembers ids only, about 200 bytes per message.
 */
final class LogCheck {

    private final EventReader reader = new EventReader(new JacksonEventJson());
    private final Findings findings;
    private final Map<UUID, Long> nextSeq = new HashMap<>();
    private final Map<MessageId, UUID> channelOf = new HashMap<>();
    private final Set<SenderKey> senderKeys = new HashSet<>();
    private long lastIndex = -1;
    private long events;

    private record SenderKey(UUID channel, String actor, String clientMessageId) {}

    LogCheck(Findings findings) {
        this.findings = findings;
    }

    /** Whatever is in the line becomes findings, never an exception. */
    void check(String line) {
        events++;
        FeedEvent event = FeedEvent.of(line);
        if (!event.isWhole()) {
            findings.add("behind index " + lastIndex + ": a line that is no event");
            return;
        }
        if (event.index() <= lastIndex) {
            finding(event, "its index does not rise");
        }
        lastIndex = event.index();
        UUID stream = idOf(event);
        if (stream == null) {
            finding(event, "its stream has no id");
            return;
        }
        long due = nextSeq.getOrDefault(stream, 0L);
        if (event.seq() != due) {
            finding(event, "its seq should be " + due);
        }
        nextSeq.put(stream, event.seq() + 1);
        switch (reader.read(new FeedLine(event.index(), line))) {
            case LogEvent read ->
                consider(event, stream, event.seq(), read.recorded().event());
            case UnreadableRecord unreadable -> finding(event, "it cannot be read: " + unreadable.reason());
        }
    }

    private static @Nullable UUID idOf(FeedEvent event) {
        try {
            return Ids.canonicalUuid(event.streamId());
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /** The seqs that the streams have come to, by their ids. */
    Map<UUID, Long> heads() {
        Map<UUID, Long> heads = new HashMap<>();
        nextSeq.forEach((stream, next) -> heads.put(stream, next - 1));
        return heads;
    }

    private void consider(FeedEvent event, UUID stream, long seq, Object decoded) {
        boolean opens = decoded instanceof ChannelEvent.ChannelOpened
                || decoded instanceof AccountEvent.AccountRegistered
                || decoded instanceof AccountEvent.AccountImported;
        if (opens != (seq == 0)) {
            finding(event, opens ? "a stream begins twice" : "a stream does not begin as it must");
        }
        if (decoded instanceof ChannelEvent channelEvent) {
            considerChannel(event, stream, channelEvent);
        }
    }

    private void considerChannel(FeedEvent event, UUID channel, ChannelEvent decoded) {
        switch (decoded) {
            case ChannelEvent.MessagePosted e -> written(event, channel, e.messageId(), e.clientMessageId());
            case ChannelEvent.MessageImported e -> written(event, channel, e.messageId(), e.clientMessageId());
            case ChannelEvent.MessageEdited e -> refers(event, channel, e.messageId());
            case ChannelEvent.MessageDeleted e -> refers(event, channel, e.messageId());
            case ChannelEvent.ReactionAdded e -> refers(event, channel, e.messageId());
            case ChannelEvent.ReactionRemoved e -> refers(event, channel, e.messageId());
            case ChannelEvent.ChannelOpened e -> {}
            case ChannelEvent.MemberJoined e -> {}
            case ChannelEvent.MemberLeft e -> {}
            case ChannelEvent.MessagePinned e -> refers(event, channel, e.messageId());
            case ChannelEvent.MessageUnpinned e -> refers(event, channel, e.messageId());
            case ChannelEvent.ChannelSetting e -> {}
            case ChannelEvent.MemberStanding e -> {}
        }
    }

    private void written(FeedEvent event, UUID channel, MessageId id, ClientMessageId clientId) {
        if (channelOf.put(id, channel) != null) {
            finding(event, "its message id is used twice");
        }
        String actor = Objects.requireNonNullElse(event.actorId(), "");
        if (!senderKeys.add(new SenderKey(channel, actor, clientId.value()))) {
            finding(event, "its sender used the client message id before");
        }
    }

    private void refers(FeedEvent event, UUID channel, MessageId id) {
        if (!channel.equals(channelOf.get(id))) {
            finding(event, "there is no such message before it in its channel");
        }
    }

    private void finding(FeedEvent event, String what) {
        findings.add(event.index(), event.stream(), event.streamId(), event.seq(), event.type(), what);
    }

    long events() {
        return events;
    }

    int streams() {
        return nextSeq.size();
    }

    int messages() {
        return channelOf.size();
    }
}
