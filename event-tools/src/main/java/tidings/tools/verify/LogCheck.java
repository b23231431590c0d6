package tidings.tools.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tidings.events.account.AccountEvent;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.tools.log.EventDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks events in the order of the log: every stream counts from 0 without a gap and begins as it must, every event can be
 * read by this build, message ids and a sender's client message ids are unique, and whatever speaks of a message comes
 * after it in the same channel. It remembers ids only, about 200 bytes per message.
 */
final class LogCheck {

    private static final int MAX_FINDINGS = 100;

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventDecoder decoder = new EventDecoder();
    private final Map<UUID, Long> nextSeq = new HashMap<>();
    private final Map<MessageId, UUID> channelOf = new HashMap<>();
    private final Set<SenderKey> senderKeys = new HashSet<>();
    private final List<String> findings = new ArrayList<>();
    private long lastIndex = -1;
    private long events;
    private long wrong;

    private record SenderKey(UUID channel, String actor, String clientMessageId) {}

    void check(String line) {
        events++;
        JsonNode event = json.readTree(line);
        long index = event.path("index").asLong(-1);
        if (index <= lastIndex) {
            finding(event, "its index does not rise");
        }
        lastIndex = index;
        UUID stream = UUID.fromString(event.path("streamId").asString());
        long seq = event.path("seq").asLong(-1);
        long due = nextSeq.getOrDefault(stream, 0L);
        if (seq != due) {
            finding(event, "its seq should be " + due);
        }
        nextSeq.put(stream, seq + 1);
        try {
            consider(event, stream, seq, decoder.decoded(event));
        } catch (JacksonException | IllegalArgumentException e) {
            finding(event, "it cannot be read: " + e.getMessage());
        }
    }

    private void consider(JsonNode event, UUID stream, long seq, Object decoded) {
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

    private void considerChannel(JsonNode event, UUID channel, ChannelEvent decoded) {
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

    private void written(JsonNode event, UUID channel, MessageId id, ClientMessageId clientId) {
        if (channelOf.put(id, channel) != null) {
            finding(event, "its message id is used twice");
        }
        String actor = event.path("actorId").asString("");
        if (!senderKeys.add(new SenderKey(channel, actor, clientId.value()))) {
            finding(event, "its sender used the client message id before");
        }
    }

    private void refers(JsonNode event, UUID channel, MessageId id) {
        if (!channel.equals(channelOf.get(id))) {
            finding(event, "there is no such message before it in its channel");
        }
    }

    private void finding(JsonNode event, String what) {
        wrong++;
        if (findings.size() < MAX_FINDINGS) {
            findings.add(String.format(
                    "index %d, %s %s seq %d, %s: %s",
                    event.path("index").asLong(-1),
                    event.path("stream").asString(""),
                    event.path("streamId").asString(""),
                    event.path("seq").asLong(-1),
                    event.path("type").asString(""),
                    what));
        }
    }

    /**
     * What was found.
     *
     * @param wrong how many things are wrong; the first of them are told
     */
    record Result(long events, long streams, long messages, long wrong, List<String> findings) {

        String text() {
            StringBuilder text = new StringBuilder();
            findings.forEach(finding -> text.append(finding).append('\n'));
            return text.append(String.format(
                            "%,d events in %,d streams, %,d messages: %s",
                            events, streams, messages, wrong == 0 ? "all well" : wrong + " WRONG"))
                    .toString();
        }
    }

    Result result() {
        return new Result(events, nextSeq.size(), channelOf.size(), wrong, List.copyOf(findings));
    }
}
