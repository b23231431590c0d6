package tidings.command.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/** A log that knows what it was told. */
final class RememberedLog implements MessageLog {

    private final Map<MessageId, LoggedMessage> messages = new HashMap<>();
    private final Map<MessageKey, LoggedMessage> byKey = new HashMap<>();
    private final Map<MessageId, EventPosition> deletions = new HashMap<>();
    private final Map<MessageId, MessageId> roots = new HashMap<>();
    private final Map<Reaction, EventPosition> reactions = new HashMap<>();
    private final Map<MessageId, MessageContent> contents = new HashMap<>();
    private final Map<MessageId, Wording> wordings = new HashMap<>();
    private final Map<MessageId, Original> originals = new HashMap<>();
    private final Set<Reader> readers = new HashSet<>();

    private record Reader(AccountId accountId, MessageId messageId) {}

    void message(MessageId messageId, AccountId author, String key, EventPosition position) {
        LoggedMessage message = new LoggedMessage(messageId, author, position);
        messages.put(messageId, message);
        byKey.put(new MessageKey(author, new ClientMessageId(key)), message);
    }

    void deletion(MessageId messageId, EventPosition position) {
        deletions.put(messageId, position);
    }

    void thread(MessageId messageId, MessageId root) {
        roots.put(messageId, root);
    }

    void reaction(Reaction reaction, EventPosition position) {
        reactions.put(reaction, position);
    }

    void content(MessageId messageId, MessageContent content) {
        contents.put(messageId, content);
    }

    void wording(MessageId messageId, Wording wording) {
        wordings.put(messageId, wording);
    }

    void readable(Original original, AccountId reader) {
        originals.put(original.messageId(), original);
        readers.add(new Reader(reader, original.messageId()));
    }

    @Override
    public Optional<LoggedMessage> find(ChannelId channelId, MessageId messageId) {
        return Optional.ofNullable(messages.get(messageId));
    }

    @Override
    public Optional<EventPosition> deletionOf(MessageId messageId) {
        return Optional.ofNullable(deletions.get(messageId));
    }

    @Override
    public Map<MessageKey, LoggedMessage> findAll(ChannelId channelId, Collection<MessageKey> keys) {
        Map<MessageKey, LoggedMessage> found = new HashMap<>(byKey);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public Optional<MessageContent> contentOf(MessageId messageId) {
        return Optional.ofNullable(contents.get(messageId));
    }

    @Override
    public Optional<Wording> wordingOf(ChannelId channelId, MessageId messageId) {
        return Optional.ofNullable(wordings.get(messageId));
    }

    @Override
    public Optional<MessageId> threadRootOf(MessageId messageId) {
        return Optional.ofNullable(roots.get(messageId));
    }

    @Override
    public Optional<EventPosition> additionOf(Reaction reaction) {
        return Optional.ofNullable(reactions.get(reaction));
    }

    @Override
    public Set<String> emojiOf(MessageId messageId) {
        Set<String> emoji = new HashSet<>();
        reactions.keySet().stream()
                .filter(reaction -> reaction.messageId().equals(messageId))
                .forEach(reaction -> emoji.add(reaction.emoji()));
        return emoji;
    }

    @Override
    public Optional<Original> readableBy(AccountId reader, MessageId messageId) {
        return readers.contains(new Reader(reader, messageId))
                ? Optional.ofNullable(originals.get(messageId))
                : Optional.empty();
    }
}
