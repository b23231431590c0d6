package tidings.command.channel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/**
 * Everything that can be asked of a channel. The constructors normalise text (Unicode NFC) and throw
 * {@link CommandRefusedException} on what no channel would ever accept.
 */
public sealed interface ChannelCommand extends AggregateCommand {

    ChannelId channelId();

    @Override
    default UUID aggregateId() {
        return channelId().value();
    }

    /**
     * Opens a channel with the actor as its owner. Reserve the name, or the set of people, in {@link ChannelNames}
     * first. Opening it again by the same actor changes nothing.
     *
     * @param name null for direct channels, and only for them
     */
    record OpenChannel(
            ChannelId channelId,
            @Nullable String name,
            @Nullable String topic,
            Visibility visibility,
            List<AccountId> memberIds)
            implements ChannelCommand {

        static final int MAX_MEMBERS = 1_000;

        public OpenChannel {
            if ((name == null) != (visibility == Visibility.DIRECT)) {
                throw new CommandRefusedException(
                        RejectionCode.BAD_FRAME, "direct channels have no name, all other channels have one");
            }
            name = name == null ? null : Texts.channelName(name);
            topic = topic == null ? null : Texts.topic(topic);
            memberIds = Texts.boundedCopy(memberIds, MAX_MEMBERS, "members");
        }
    }

    /** The actor becomes a member of a public channel. */
    record JoinChannel(ChannelId channelId) implements ChannelCommand {}

    /** The actor's membership ends. */
    record LeaveChannel(ChannelId channelId) implements ChannelCommand {}

    /** The actor makes somebody else a member. Whether that account exists is for the caller to know. */
    record AddMember(ChannelId channelId, AccountId memberId) implements ChannelCommand {}

    /** The actor gives somebody a role; who is no member becomes one by it, as by {@link AddMember}. */
    record SetRole(ChannelId channelId, AccountId memberId, Role role) implements ChannelCommand {}

    /** The actor ends somebody else's membership. */
    record RemoveMember(ChannelId channelId, AccountId memberId) implements ChannelCommand {}

    /** The actor ends somebody's membership, if there is one, and keeps him or her out. */
    record BanMember(ChannelId channelId, AccountId memberId) implements ChannelCommand {}

    /** The actor lets somebody in again. */
    record UnbanMember(ChannelId channelId, AccountId memberId) implements ChannelCommand {}

    /** The actor changes what is set for the channel: all that is given, or nothing; null leaves a setting as it is. */
    record ChangeSettings(
            ChannelId channelId,
            @Nullable String name,
            @Nullable Wording topic,
            @Nullable Wording description,
            @Nullable Integer slowModeSeconds,
            @Nullable Boolean announcement,
            @Nullable Boolean guestsReadOnly)
            implements ChannelCommand {

        static final int MAX_SLOW_MODE = 6 * 60 * 60;

        /** @param text null to take it away */
        public record Wording(@Nullable String text) {}

        public ChangeSettings {
            name = name == null ? null : Texts.channelName(name);
            topic = topic == null || topic.text() == null ? topic : new Wording(Texts.topic(topic.text()));
            description = description == null || description.text() == null
                    ? description
                    : new Wording(Texts.description(description.text()));
            if (slowModeSeconds != null && (slowModeSeconds < 0 || slowModeSeconds > MAX_SLOW_MODE)) {
                throw new CommandRefusedException(
                        RejectionCode.BAD_FRAME, "slow mode is 0 to " + MAX_SLOW_MODE + " seconds");
            }
        }
    }

    /** The actor ends all writing; everything can still be read. */
    record ArchiveChannel(ChannelId channelId) implements ChannelCommand {}

    /** The actor opens an archived channel again. */
    record UnarchiveChannel(ChannelId channelId) implements ChannelCommand {}

    /**
     * The actor writes a message.
     *
     * @param messageId a new id; ignored when the clientMessageId was used before
     */
    record PostMessage(
            ChannelId channelId,
            MessageId messageId,
            ClientMessageId clientMessageId,
            String body,
            @Nullable MessageId replyTo)
            implements ChannelCommand {

        public PostMessage {
            body = Texts.body(body);
        }
    }

    /**
     * The actor shows a message, of this or another channel that he or she may read, here.
     *
     * @param messageId a new id; ignored when the clientMessageId was used before
     */
    record ForwardMessage(
            ChannelId channelId, MessageId messageId, ClientMessageId clientMessageId, MessageId forwardOf)
            implements ChannelCommand {}

    /** The author replaces the body of a message. */
    record EditMessage(ChannelId channelId, MessageId messageId, String body) implements ChannelCommand {

        public EditMessage {
            body = Texts.body(body);
        }
    }

    /** The author, or somebody with more power, withdraws a message. */
    record DeleteMessage(ChannelId channelId, MessageId messageId) implements ChannelCommand {}

    /** The actor reacts to a message: with one emoji, or with a custom one that is at the message already. */
    record AddReaction(ChannelId channelId, MessageId messageId, String emoji) implements ChannelCommand {

        public AddReaction {
            emoji = Texts.emoji(emoji);
        }
    }

    /** The actor takes a reaction back. */
    record RemoveReaction(ChannelId channelId, MessageId messageId, String emoji) implements ChannelCommand {

        public RemoveReaction {
            emoji = Texts.emojiOfOld(emoji);
        }
    }

    /** The actor keeps a message in view. */
    record PinMessage(ChannelId channelId, MessageId messageId) implements ChannelCommand {}

    /** The actor lets a pinned message go. */
    record UnpinMessage(ChannelId channelId, MessageId messageId) implements ChannelCommand {}

    /** Accounts become members by the system's decision; those who are already are left alone. */
    record ImportMembers(ChannelId channelId, List<AccountId> memberIds) implements ChannelCommand {

        static final int MAX_MEMBERS = 1_000;

        public ImportMembers {
            memberIds = Texts.boundedCopy(memberIds, MAX_MEMBERS, "members");
        }
    }

    /** Messages of another system are taken over; those that are already there are left alone. */
    record ImportMessages(ChannelId channelId, String source, List<ImportedMessage> messages)
            implements ChannelCommand {

        static final int MAX_MESSAGES = 1_000;
        static final int MAX_REACTIONS = 10_000;

        public ImportMessages {
            source = Texts.source(source);
            messages = Texts.boundedCopy(messages, MAX_MESSAGES, "messages");
            long reactions = messages.stream()
                    .flatMap(message -> message.reactions().stream())
                    .mapToLong(reaction -> reaction.authorIds().size())
                    .sum();
            if (reactions > MAX_REACTIONS) {
                throw new CommandRefusedException(
                        RejectionCode.TOO_LARGE, "at most " + MAX_REACTIONS + " reactions at once");
            }
        }
    }
}
