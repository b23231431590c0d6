package tidings.command.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;

/**
 * What an import adds to a channel: the messages that are not there yet, each followed by its reactions.
 *
 * @param messages how many of the steps are messages
 */
record ImportPlan(List<Step> steps, int messages) {

    /** An event and who did it. */
    record Step(ChannelEvent event, AccountId actor) {}

    static ImportPlan of(ChannelCommand.ImportMessages command, MessageLookup lookup) {
        Map<MessageKey, MessageId> known = known(command, lookup);
        List<Step> steps = new ArrayList<>();
        int messages = 0;
        for (ImportedMessage message : command.messages()) {
            if (!known.containsKey(message.key())) {
                steps.add(written(message, command.source(), known));
                addReactions(message, steps);
                known.put(message.key(), message.messageId());
                messages++;
            }
        }
        return new ImportPlan(steps, messages);
    }

    private static Map<MessageKey, MessageId> known(ChannelCommand.ImportMessages command, MessageLookup lookup) {
        Set<MessageKey> unknown = new HashSet<>();
        Map<MessageKey, MessageId> known = new HashMap<>();
        for (ImportedMessage message : command.messages()) {
            unknown.add(message.key());
            if (message.replyTo() != null) {
                unknown.add(message.replyTo());
            }
        }
        unknown.removeIf(key -> {
            lookup.recent().find(key).ifPresent(found -> known.put(key, found.messageId()));
            return known.containsKey(key);
        });
        lookup.log().findAll(lookup.id(), unknown).forEach((key, found) -> known.put(key, found.messageId()));
        return known;
    }

    private static Step written(ImportedMessage message, String source, Map<MessageKey, MessageId> known) {
        @Nullable MessageId replyTo = message.replyTo() == null ? null : known.get(message.replyTo());
        return new Step(
                new ChannelEvent.MessageImported(
                        message.messageId(),
                        message.clientMessageId(),
                        message.writtenAt(),
                        message.editedAt(),
                        source,
                        message.body(),
                        replyTo),
                message.authorId());
    }

    private static void addReactions(ImportedMessage message, List<Step> steps) {
        for (ImportedMessage.ImportedReaction reaction : message.reactions()) {
            Set<AccountId> authors = new HashSet<>();
            for (AccountId author : reaction.authorIds()) {
                if (authors.add(author)) {
                    steps.add(new Step(new ChannelEvent.ReactionAdded(message.messageId(), reaction.emoji()), author));
                }
            }
        }
    }
}
