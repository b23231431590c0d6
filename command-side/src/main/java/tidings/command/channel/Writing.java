package tidings.command.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tidings.command.channel.Members.Member;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.MessageDeleted;
import tidings.events.channel.ChannelEvent.MessageEdited;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.Forwarded;
import tidings.events.channel.MessageId;

/** Decides about the messages themselves. */
record Writing(ChannelState state, MessageLookup lookup, DecisionContext context) {

    /** @param repeated whether the log may have it further back than the channel remembers */
    Verdict post(ChannelCommand.PostMessage command, AccountId actor, boolean repeated) {
        Supplier<MessageContent> content =
                () -> MessageContent.written(ContentDigest.ofBody(command.body()), command.replyTo());
        return once(new MessageKey(actor, command.clientMessageId()), content, repeated, () -> {
            Member author = requireToPost(actor);
            MessageId replyTo = command.replyTo();
            return Verdict.about(
                    command.messageId(),
                    new MessagePosted(
                            command.messageId(),
                            command.clientMessageId(),
                            command.body(),
                            replyTo,
                            replyTo == null ? null : lookup.threadOf(replyTo),
                            new Mentioning(state, context.directory()).of(command.body(), author),
                            null));
        });
    }

    /** A forwarded body mentions nobody anew. */
    Verdict forward(ChannelCommand.ForwardMessage command, AccountId actor, boolean repeated) {
        Supplier<MessageContent> content = () -> MessageContent.forwarded(command.forwardOf());
        return once(new MessageKey(actor, command.clientMessageId()), content, repeated, () -> {
            requireToPost(actor);
            Original original = context.log()
                    .readableBy(actor, command.forwardOf())
                    .orElseThrow(() -> new CommandRefusedException(RejectionCode.NOT_FOUND, "no such message"));
            ChannelEvent event = new MessagePosted(
                    command.messageId(),
                    command.clientMessageId(),
                    Texts.body(original.body()),
                    null,
                    null,
                    null,
                    new Forwarded(original.channelId(), original.messageId(), original.authorId()));
            return Verdict.about(command.messageId(), event);
        });
    }

    /** A resend gets the first answer, also where writing is no longer possible; with other content it is no resend. */
    private Verdict once(MessageKey key, Supplier<MessageContent> content, boolean repeated, Supplier<Verdict> first) {
        state.members.require(key.authorId(), state.visibility());
        Optional<LoggedMessage> before = lookup.find(key, repeated);
        before.ifPresent(message -> requireSame(content.get(), message));
        return before.map(message -> Verdict.already(message.messageId(), message.position()))
                .orElseGet(first);
    }

    private void requireSame(MessageContent content, LoggedMessage message) {
        if (lookup.contentOf(message)
                .filter(written -> !written.equals(content))
                .isPresent()) {
            EventPosition position = message.position();
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT,
                    "this clientMessageId was used before, with other content",
                    new Outcome.Accepted(message.messageId(), position.seq(), position.at(), 0));
        }
    }

    private Member requireToPost(AccountId actor) {
        Member author = state.require(actor, Act.POST);
        if (state.settings().announcement()) {
            state.require(actor, Act.ANNOUNCE);
        }
        Duration slowMode = state.settings().slowMode();
        if (!slowMode.isZero() && !state.allows(author, Act.SKIP_SLOW_MODE)) {
            Duration wait = state.postingTimes.waitOf(actor, context.clock().instant(), slowMode);
            if (!wait.isZero()) {
                throw new CommandRefusedException(RejectionCode.RATE_LIMITED, Act.SKIP_SLOW_MODE.refusal(), wait);
            }
        }
        return author;
    }

    Verdict edit(ChannelCommand.EditMessage command, AccountId actor) {
        Member editing = state.require(actor, Act.EDIT_OWN);
        LoggedMessage message = lookup.requireThere(command.messageId());
        if (!message.authorId().equals(actor)) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, "only its author edits a message");
        }
        ContentDigest body = ContentDigest.ofBody(command.body());
        Optional<Wording> same =
                lookup.wordingOf(message).filter(now -> now.body().equals(body));
        if (same.isPresent()) {
            return Verdict.already(command.messageId(), same.get().position());
        }
        return Verdict.about(
                command.messageId(),
                new MessageEdited(
                        command.messageId(),
                        command.body(),
                        new Mentioning(state, context.directory()).of(command.body(), editing)));
    }

    Verdict delete(MessageId messageId, AccountId actor) {
        state.members.require(actor, state.visibility());
        LoggedMessage message = lookup.require(messageId);
        state.require(actor, message.authorId().equals(actor) ? Act.DELETE_OWN : Act.DELETE_ANY);
        return lookup.deletionOf(message)
                .map(deletion -> Verdict.already(messageId, deletion))
                .orElseGet(() -> Verdict.about(messageId, new MessageDeleted(messageId)));
    }
}
