package tidings.command.channel;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;

/**
 * The messages of any age, as the log has them: what a channel asks when its own bounded memory does not reach back far
 * enough. Knows what is committed, and nothing that is still under way. All methods block on the database.
 */
public interface MessageLog {

    /** Empty when the channel has no such message. */
    Optional<LoggedMessage> find(ChannelId channelId, MessageId messageId);

    /** Where a message was deleted; empty when it was not. */
    Optional<EventPosition> deletionOf(MessageId messageId);

    /** The messages that the channel has under these keys; keys without one are left out. */
    Map<MessageKey, LoggedMessage> findAll(ChannelId channelId, Collection<MessageKey> keys);

    /** What its author said when he or she wrote the message; empty when it is not there, or was not written here. */
    Optional<MessageContent> contentOf(MessageId messageId);

    /** The body that a message of the channel has now, also a deleted one; empty when it is not there. */
    Optional<Wording> wordingOf(ChannelId channelId, MessageId messageId);

    /** The message that began the thread of this one; empty where it answers nothing, or is not there. */
    Optional<MessageId> threadRootOf(MessageId messageId);

    /** Where a reaction was added; empty when it is not there. */
    Optional<EventPosition> additionOf(Reaction reaction);

    /** The kinds of emoji at a message. */
    Set<String> emojiOf(MessageId messageId);

    /**
     * A message of any channel, to be shown elsewhere.
     *
     * @return empty when there is none, it was deleted, or the reader may not see it
     */
    Optional<Original> readableBy(AccountId reader, MessageId messageId);
}
