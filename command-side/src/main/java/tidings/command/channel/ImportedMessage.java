package tidings.command.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/**
 * One message of another system, with its facts. Its author need not be a member, its body may be empty.
 *
 * @param messageId a new id; ignored when the message is already there
 * @param body up to 16,384 characters; blank where the other system has a message without text
 * @param replyTo what it answers; dropped when no such message is in the channel or before it in the same command
 */
public record ImportedMessage(
        MessageId messageId,
        ClientMessageId clientMessageId,
        AccountId authorId,
        Instant writtenAt,
        @Nullable Instant editedAt,
        String body,
        @Nullable MessageKey replyTo,
        List<ImportedReaction> reactions) {

    static final int MAX_REACTIONS = 50;
    static final int MAX_AUTHORS = 1_000;

    public ImportedMessage {
        body = Texts.importedBody(body);
        reactions = Texts.boundedCopy(reactions, MAX_REACTIONS, "reactions");
    }

    public MessageKey key() {
        return new MessageKey(authorId, clientMessageId);
    }

    /** An emoji and who chose it. */
    public record ImportedReaction(String emoji, List<AccountId> authorIds) {

        public ImportedReaction {
            emoji = Texts.emoji(emoji);
            authorIds = Texts.boundedCopy(authorIds, MAX_AUTHORS, "authors");
        }
    }
}
