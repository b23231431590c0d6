package tidings.command.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountDirectory;
import tidings.command.channel.ChannelCommand.ImportMessages;
import tidings.command.channel.ImportedMessage;
import tidings.command.channel.ImportedMessage.ImportedReaction;
import tidings.command.channel.MessageKey;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.command.imports.ImportRequests.NewMessage;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;

/** Takes messages over into a channel, in one decision; what cannot be taken is named and left out. */
final class MessageImport {

    static final int MAX_MESSAGES = 1_000;

    private final AccountDirectory accounts;
    private final ManyDecisions decisions;
    private final IdFactory ids;

    MessageImport(AccountDirectory accounts, ManyDecisions decisions, IdFactory ids) {
        this.accounts = accounts;
        this.decisions = decisions;
        this.ids = ids;
    }

    record Result(int imported, int alreadyThere, List<Rejection> rejected) {}

    record Rejection(@Nullable String clientMessageId, String code, String message) {}

    /** @throws CommandRefusedException when there is no such channel, or the decision could not be recorded */
    Result run(ImportRequests.Messages request) {
        String source = ImportRequests.source(request.source());
        ChannelId channelId = channel(request.channelId());
        List<NewMessage> wished = ImportRequests.bounded(request.messages(), MAX_MESSAGES, "messages");
        List<Rejection> rejected = new ArrayList<>();
        List<ImportedMessage> good = new ArrayList<>();
        for (NewMessage message : wished) {
            try {
                good.add(message(message));
            } catch (CommandRefusedException refused) {
                rejected.add(
                        new Rejection(message.clientMessageId(), refused.code().name(), refused.reason()));
            }
        }
        List<ImportedMessage> known = withKnownAuthors(good, rejected);
        int imported = known.isEmpty() ? 0 : decide(new ImportMessages(channelId, source, known));
        return new Result(imported, known.size() - imported, rejected);
    }

    private int decide(ImportMessages command) {
        return switch (decisions
                .decide(List.of(new AskedCommand(null, command)))
                .getFirst()) {
            case Outcome.Accepted accepted -> accepted.changes();
            case Outcome.Rejected refused -> throw new CommandRefusedException(refused.code(), refused.message());
        };
    }

    private List<ImportedMessage> withKnownAuthors(List<ImportedMessage> messages, List<Rejection> rejected) {
        Set<AccountId> people = new HashSet<>();
        messages.forEach(message -> people.addAll(people(message)));
        Set<AccountId> existing = accounts.existing(people);
        List<ImportedMessage> known = new ArrayList<>();
        for (ImportedMessage message : messages) {
            if (existing.containsAll(people(message))) {
                known.add(message);
            } else {
                rejected.add(new Rejection(
                        message.clientMessageId().value(),
                        RejectionCode.NOT_FOUND.name(),
                        "its author, or somebody who reacted, is no account"));
            }
        }
        return known;
    }

    private static Set<AccountId> people(ImportedMessage message) {
        Set<AccountId> people = new HashSet<>();
        people.add(message.authorId());
        message.reactions().forEach(reaction -> people.addAll(reaction.authorIds()));
        return people;
    }

    private ImportedMessage message(NewMessage message) {
        return new ImportedMessage(
                ids.nextMessageId(),
                clientMessageId(message.clientMessageId()),
                ImportRequests.account(message.authorId()),
                time(ImportRequests.required(message.writtenAt(), "writtenAt")),
                message.editedAt() == null ? null : time(message.editedAt()),
                ImportRequests.required(message.body(), "body"),
                message.replyTo() == null
                        ? null
                        : new MessageKey(
                                ImportRequests.account(message.replyTo().authorId()),
                                clientMessageId(message.replyTo().clientMessageId())),
                Objects.requireNonNullElse(message.reactions(), List.<ImportRequests.Reaction>of()).stream()
                        .map(MessageImport::reaction)
                        .toList());
    }

    private static ImportedReaction reaction(ImportRequests.Reaction reaction) {
        return new ImportedReaction(
                ImportRequests.required(reaction.emoji(), "emoji"),
                ImportRequests.required(reaction.authorIds(), "authorIds").stream()
                        .map(ImportRequests::account)
                        .toList());
    }

    private static ChannelId channel(@Nullable String id) {
        try {
            return ChannelId.parse(ImportRequests.required(id, "channelId"));
        } catch (IllegalArgumentException noId) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such channel");
        }
    }

    private static ClientMessageId clientMessageId(@Nullable String id) {
        try {
            return new ClientMessageId(ImportRequests.required(id, "clientMessageId"));
        } catch (IllegalArgumentException bad) {
            throw ImportRequests.badFrame(String.valueOf(bad.getMessage()));
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException noTime) {
            throw ImportRequests.badFrame("a time is not RFC 3339");
        }
    }
}
