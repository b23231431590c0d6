package tidings.command.channel;

import java.time.Instant;
import java.util.List;
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
import tidings.command.dispatch.Actor;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.MemberJoined;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;

/**
 * The consistency boundary of chat. Its sequence number is the channel's {@code seq} (ADR-0002), its state is bounded
 * in everything but its members (ADR-0010), and what it cannot remember it asks of its {@link DecisionContext}. Each
 * handler hands its command to the feature that decides, and records the verdict.
 */
public final class Channel {

    @AggregateIdentifier
    private final ChannelId id;

    private final ChannelState state;

    public Channel(ChannelId id) {
        this(id, new ChannelState());
    }

    /** As it was when its snapshot was taken. */
    Channel(ChannelId id, ChannelState state) {
        this.id = id;
        this.state = state;
    }

    ChannelSnapshot snapshot() {
        return ChannelSnapshot.of(id, state);
    }

    /** Its room in the cache, in units of about 500 bytes. */
    public int weight() {
        return state.weight();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(ChannelCommand.OpenChannel command, @Actor AccountId actor) {
        return record(new Membership(state).open(command, actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.JoinChannel command, @Actor AccountId actor) {
        return record(new Membership(state).join(actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.LeaveChannel command, @Actor AccountId actor, DecisionContext context) {
        return record(new Membership(state).leave(actor, botsOf(actor, context)), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.AddMember command, @Actor AccountId actor) {
        return record(new Membership(state).add(command.memberId(), Role.MEMBER, actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.RemoveMember command, @Actor AccountId actor, DecisionContext context) {
        OwnedBots bots = botsOf(command.memberId(), context);
        return record(new Membership(state).remove(command.memberId(), actor, bots), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.SetRole command, @Actor AccountId actor, DecisionContext context) {
        OwnedBots bots = botsOf(command.memberId(), context);
        return record(new Standing(state).setRole(command, actor, bots), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.BanMember command, @Actor AccountId actor, DecisionContext context) {
        boolean ownBot = botsOf(actor, context).all().contains(command.memberId());
        OwnedBots bots = botsOf(command.memberId(), context);
        return record(new Banning(state).ban(command.memberId(), actor, bots, ownBot), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.UnbanMember command, @Actor AccountId actor, DecisionContext context) {
        OwnedBots bots = botsOf(command.memberId(), context);
        return record(new Banning(state).unban(command.memberId(), actor, bots), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.ChangeSettings command, @Actor AccountId actor, DecisionContext context) {
        return record(new Administration(state, id).change(command, actor, context.names()), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.ArchiveChannel command, @Actor AccountId actor) {
        return record(new Archiving(state).archive(actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.UnarchiveChannel command, @Actor AccountId actor) {
        return record(new Archiving(state).unarchive(actor), actor);
    }

    @CommandHandler
    Accepted handle(
            ChannelCommand.PostMessage command,
            @Actor AccountId actor,
            @MetaDataValue(AggregateType.REPEATED) @Nullable Boolean repeated,
            DecisionContext context) {
        return record(writing(context).post(command, actor, Boolean.TRUE.equals(repeated)), actor);
    }

    @CommandHandler
    Accepted handle(
            ChannelCommand.ForwardMessage command,
            @Actor AccountId actor,
            @MetaDataValue(AggregateType.REPEATED) @Nullable Boolean repeated,
            DecisionContext context) {
        return record(writing(context).forward(command, actor, Boolean.TRUE.equals(repeated)), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.EditMessage command, @Actor AccountId actor, DecisionContext context) {
        return record(writing(context).edit(command, actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.DeleteMessage command, @Actor AccountId actor, DecisionContext context) {
        return record(writing(context).delete(command.messageId(), actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.AddReaction command, @Actor AccountId actor, DecisionContext context) {
        return record(new Reacting(state, lookup(context)).react(command, actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.RemoveReaction command, @Actor AccountId actor, DecisionContext context) {
        return record(new Reacting(state, lookup(context)).takeBack(command, actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.PinMessage command, @Actor AccountId actor, DecisionContext context) {
        return record(new Pinning(state, lookup(context)).pin(command.messageId(), actor), actor);
    }

    @CommandHandler
    Accepted handle(ChannelCommand.UnpinMessage command, @Actor AccountId actor, DecisionContext context) {
        return record(new Pinning(state, lookup(context)).unpin(command.messageId(), actor), actor);
    }

    /** Who is taken over from another system joins by himself, and by no one's leave. */
    @CommandHandler
    Accepted handle(ChannelCommand.ImportMembers command) {
        requireOpen();
        List<MemberJoined> joining = new Membership(state).taken(command.memberIds());
        joining.forEach(joined -> record(joined, joined.memberId()));
        return changed(null, joining.size());
    }

    @CommandHandler
    Accepted handle(ChannelCommand.ImportMessages command, DecisionContext context) {
        requireOpen();
        ImportPlan plan = ImportPlan.of(command, lookup(context));
        plan.steps().forEach(step -> record(step.event(), step.actor()));
        return changed(null, plan.messages());
    }

    @EventSourcingHandler
    void on(
            ChannelEvent event,
            @SequenceNumber long seq,
            @Timestamp Instant at,
            @MetaDataValue(value = EventHeaders.ACTOR_ID_METADATA, required = true) String actorId) {
        state.apply(event, AccountId.parse(actorId), new EventPosition(seq, at));
    }

    private MessageLookup lookup(DecisionContext context) {
        return new MessageLookup(id, state.messages, state.reactions, context.log());
    }

    private OwnedBots botsOf(AccountId owner, DecisionContext context) {
        return new OwnedBots(state.members, context.directory().botsOf(owner, id));
    }

    private Writing writing(DecisionContext context) {
        return new Writing(state, lookup(context), context);
    }

    private Accepted record(Verdict verdict, AccountId actor) {
        EventPosition already = verdict.already();
        if (already != null) {
            return new Accepted(verdict.messageId(), already.seq(), already.at(), 0);
        }
        verdict.events().forEach(event -> record(event, actor));
        return changed(verdict.messageId(), 1);
    }

    private static void record(ChannelEvent event, AccountId actor) {
        AggregateLifecycle.apply(event, MetaData.with(EventHeaders.ACTOR_ID_METADATA, actor.toString()));
    }

    private void requireOpen() {
        if (state.openedBy() == null) {
            throw Members.unknownChannel();
        }
    }

    private Accepted changed(@Nullable MessageId messageId, int changes) {
        return new Accepted(messageId, state.head().seq(), state.head().at(), changes);
    }
}
