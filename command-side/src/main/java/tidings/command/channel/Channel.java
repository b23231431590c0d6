package tidings.command.channel;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.Members.Member;
import tidings.command.channel.RecentMessages.Reaction;
import tidings.command.channel.RecentMessages.ReactionState;
import tidings.command.dispatch.Actor;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.RejectionCode;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/**
 * The consistency boundary of chat. Its sequence number is the channel's {@code seq} (ADR 0020), its state is bounded
 * in everything but its members (ADR 0023), and its decisions are pure: what it cannot remember it asks of the
 * {@link MessageLog}.
 */
public final class Channel {

    private static final Mark NOTHING_YET = new Mark(-1, Instant.EPOCH);

    @AggregateIdentifier
    private final ChannelId id;

    private final Members members;
    private final RecentMessages messages;
    private @Nullable Visibility visibility;
    private @Nullable AccountId openedBy;
    private Mark opened;
    private Mark head;

    public Channel(ChannelId id) {
        this.id = id;
        this.members = new Members();
        this.messages = new RecentMessages();
        this.opened = NOTHING_YET;
        this.head = NOTHING_YET;
    }

    /** As it was when the snapshot was taken. */
    Channel(ChannelSnapshot snapshot) {
        this.id = snapshot.id();
        this.members = snapshot.restoreMembers();
        this.messages = snapshot.restoreMessages();
        this.visibility = snapshot.visibility();
        this.openedBy = snapshot.openedBy();
        this.opened = snapshot.opened();
        this.head = snapshot.head();
    }

    ChannelSnapshot snapshot() {
        return ChannelSnapshot.of(id, visibility, openedBy, opened, head, members, messages);
    }

    /** Its room in the cache, in units of about 500 bytes. */
    public int weight() {
        return 1 + members.size() / 4 + messages.size();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(ChannelCommand.OpenChannel command, @Actor AccountId actor) {
        if (openedBy != null) {
            if (openedBy.equals(actor)) {
                return unchanged(null, opened);
            }
            throw new CommandRefused(RejectionCode.CONFLICT, "the channel is already open");
        }
        Set<AccountId> others = new LinkedHashSet<>(command.memberIds());
        others.remove(actor);
        if (command.visibility() == Visibility.DIRECT && others.isEmpty()) {
            throw new CommandRefused(RejectionCode.BAD_FRAME, "a direct channel has at least two people");
        }
        record(new ChannelEvent.ChannelOpened(command.name(), command.topic(), command.visibility()), actor);
        record(new ChannelEvent.MemberJoined(actor, Role.OWNER), actor);
        others.forEach(other -> record(new ChannelEvent.MemberJoined(other, Role.MEMBER), actor));
        return changed(null, 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.JoinChannel command, @Actor AccountId actor) {
        Optional<Member> member = members.find(actor);
        if (member.isPresent()) {
            return unchanged(null, member.get().since());
        }
        if (visibility != Visibility.PUBLIC) {
            throw Members.unknownChannel();
        }
        record(new ChannelEvent.MemberJoined(actor, Role.MEMBER), actor);
        return changed(null, 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.LeaveChannel command, @Actor AccountId actor) {
        if (visibility == Visibility.PUBLIC && members.find(actor).isEmpty()) {
            return unchanged(null, head);
        }
        members.require(actor, visibility);
        if (visibility == Visibility.DIRECT) {
            throw new CommandRefused(RejectionCode.FORBIDDEN, "nobody leaves a direct channel");
        }
        record(new ChannelEvent.MemberLeft(actor), actor);
        return changed(null, 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.AddMember command, @Actor AccountId actor) {
        Member adding = members.require(actor, visibility);
        Optional<Member> member = members.find(command.memberId());
        if (member.isPresent()) {
            return unchanged(null, member.get().since());
        }
        if (!Members.mayAdd(adding, visibility)) {
            throw new CommandRefused(RejectionCode.FORBIDDEN, "only owners and admins add members here");
        }
        record(new ChannelEvent.MemberJoined(command.memberId(), Role.MEMBER), actor);
        return changed(null, 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.RemoveMember command, @Actor AccountId actor) {
        Member removing = members.require(actor, visibility);
        Optional<Member> member = members.find(command.memberId());
        if (member.isEmpty()) {
            return unchanged(null, head);
        }
        if (!Members.mayRemove(removing, member.get(), visibility)) {
            throw new CommandRefused(RejectionCode.FORBIDDEN, "only owners and admins remove members of less power");
        }
        record(new ChannelEvent.MemberLeft(command.memberId()), actor);
        return changed(null, 1);
    }

    @CommandHandler
    Accepted handle(
            ChannelCommand.PostMessage command,
            @Actor AccountId actor,
            @MetaDataValue(AggregateType.REPEATED) @Nullable Boolean repeated,
            MessageLog log) {
        members.require(actor, visibility);
        Recall recall = new Recall(id, messages, log);
        MessageKey key = new MessageKey(actor, command.clientMessageId());
        Optional<LoggedMessage> first = recall.find(key, Boolean.TRUE.equals(repeated));
        if (first.isPresent()) {
            return unchanged(first.get().messageId(), first.get().mark());
        }
        if (command.replyTo() != null) {
            recall.require(command.replyTo());
        }
        record(
                new ChannelEvent.MessagePosted(
                        command.messageId(), command.clientMessageId(), command.body(), command.replyTo()),
                actor);
        return changed(command.messageId(), 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.EditMessage command, @Actor AccountId actor, MessageLog log) {
        members.require(actor, visibility);
        LoggedMessage message = new Recall(id, messages, log).requireThere(command.messageId());
        if (!message.authorId().equals(actor)) {
            throw new CommandRefused(RejectionCode.FORBIDDEN, "only its author edits a message");
        }
        record(new ChannelEvent.MessageEdited(command.messageId(), command.body()), actor);
        return changed(command.messageId(), 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.DeleteMessage command, @Actor AccountId actor, MessageLog log) {
        Member deleting = members.require(actor, visibility);
        Recall recall = new Recall(id, messages, log);
        LoggedMessage message = recall.require(command.messageId());
        if (!Members.mayDelete(deleting, message.authorId())) {
            throw new CommandRefused(RejectionCode.FORBIDDEN, "only its author and moderators delete a message");
        }
        Optional<Mark> deletion = recall.deletionOf(message);
        if (deletion.isPresent()) {
            return unchanged(command.messageId(), deletion.get());
        }
        record(new ChannelEvent.MessageDeleted(command.messageId()), actor);
        return changed(command.messageId(), 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.AddReaction command, @Actor AccountId actor, MessageLog log) {
        members.require(actor, visibility);
        new Recall(id, messages, log).requireThere(command.messageId());
        ReactionState state = messages.reaction(new Reaction(command.messageId(), actor, command.emoji()));
        if (state != null && state.there()) {
            return unchanged(command.messageId(), state.mark());
        }
        if (!messages.hasRoomFor(command.messageId(), command.emoji())) {
            throw new CommandRefused(
                    RejectionCode.CONFLICT, "a message takes " + RecentMessages.MAX_EMOJI + " kinds of emoji");
        }
        record(new ChannelEvent.ReactionAdded(command.messageId(), command.emoji()), actor);
        return changed(command.messageId(), 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.RemoveReaction command, @Actor AccountId actor, MessageLog log) {
        members.require(actor, visibility);
        new Recall(id, messages, log).requireThere(command.messageId());
        ReactionState state = messages.reaction(new Reaction(command.messageId(), actor, command.emoji()));
        if (state != null && !state.there()) {
            return unchanged(command.messageId(), state.mark());
        }
        record(new ChannelEvent.ReactionRemoved(command.messageId(), command.emoji()), actor);
        return changed(command.messageId(), 1);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.ImportMembers command) {
        requireOpen();
        Set<AccountId> joining = new LinkedHashSet<>(command.memberIds());
        joining.removeIf(account -> members.find(account).isPresent());
        joining.forEach(account -> record(new ChannelEvent.MemberJoined(account, Role.MEMBER), account));
        return changed(null, joining.size());
    }

    @CommandHandler
    Accepted handle(ChannelCommand.ImportMessages command, MessageLog log) {
        requireOpen();
        ImportPlan plan = ImportPlan.of(command, new Recall(id, messages, log));
        plan.steps().forEach(step -> record(step.event(), step.actor()));
        return changed(null, plan.messages());
    }

    @EventSourcingHandler
    void on(
            ChannelEvent event,
            @SequenceNumber long seq,
            @Timestamp Instant at,
            @MetaDataValue(value = EventHeaders.ACTOR_ID_METADATA, required = true) String actorId) {
        AccountId actor = AccountId.parse(actorId);
        Mark mark = new Mark(seq, at);
        head = mark;
        switch (event) {
            case ChannelEvent.ChannelOpened e -> {
                visibility = e.visibility();
                openedBy = actor;
                opened = mark;
            }
            case ChannelEvent.MemberJoined e -> members.join(new Member(e.memberId(), e.role(), mark));
            case ChannelEvent.MemberLeft e -> members.leave(e.memberId());
            case ChannelEvent.MessagePosted e ->
                messages.wrote(new LoggedMessage(e.messageId(), actor, mark), e.clientMessageId());
            case ChannelEvent.MessageImported e ->
                messages.wrote(new LoggedMessage(e.messageId(), actor, mark), e.clientMessageId());
            case ChannelEvent.MessageEdited ignored -> {}
            case ChannelEvent.MessageDeleted e -> messages.deleted(e.messageId(), mark);
            case ChannelEvent.ReactionAdded e ->
                messages.reacted(new Reaction(e.messageId(), actor, e.emoji()), new ReactionState(true, mark));
            case ChannelEvent.ReactionRemoved e ->
                messages.reacted(new Reaction(e.messageId(), actor, e.emoji()), new ReactionState(false, mark));
            case ChannelEvent.ChannelSetting ignored -> {}
            case ChannelEvent.MemberStanding ignored -> {}
            case ChannelEvent.Pinning ignored -> {}
        }
    }

    private static void record(ChannelEvent event, AccountId actor) {
        AggregateLifecycle.apply(event, MetaData.with(EventHeaders.ACTOR_ID_METADATA, actor.toString()));
    }

    private void requireOpen() {
        if (openedBy == null) {
            throw Members.unknownChannel();
        }
    }

    private Accepted changed(@Nullable MessageId messageId, int changes) {
        return new Accepted(messageId, head.seq(), head.at(), changes);
    }

    private static Accepted unchanged(@Nullable MessageId messageId, Mark mark) {
        return new Accepted(messageId, mark.seq(), mark.at(), 0);
    }
}
