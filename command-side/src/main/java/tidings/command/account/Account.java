package tidings.command.account;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountCommand.EndSession;
import tidings.command.account.AccountCommand.ImportAccount;
import tidings.command.account.AccountCommand.RegisterAccount;
import tidings.command.dispatch.Actor;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.RejectionCode;
import tidings.events.EventHeaders;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountEvent.AccountImported;
import tidings.events.account.AccountEvent.AccountRegistered;
import tidings.events.account.AccountEvent.SessionEnded;
import tidings.events.account.AccountId;

/**
 * What others may know of somebody. That names are unique is not decided here but by {@link NameReservations}, before;
 * so that an attempt may be repeated after a crash, making an account that was made changes nothing.
 */
final class Account {

    @AggregateIdentifier
    private final AccountId id;

    private boolean made;
    private @Nullable String lastEndedSession;
    private long seq = -1;
    private Instant at = Instant.EPOCH;

    Account(AccountId id) {
        this.id = id;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(RegisterAccount command) {
        if (made) {
            return accepted(0);
        }
        AggregateLifecycle.apply(new AccountRegistered(
                command.username().value(), command.displayName().value(), false));
        return accepted(1);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(ImportAccount command) {
        if (made) {
            return accepted(0);
        }
        AggregateLifecycle.apply(new AccountImported(
                command.username().value(),
                command.displayName().value(),
                command.bot(),
                command.source(),
                command.sourceId()));
        return accepted(1);
    }

    @CommandHandler
    Accepted handle(EndSession command, @Actor AccountId actor) {
        if (!made || !actor.equals(id)) {
            throw new CommandRefused(RejectionCode.NOT_FOUND, "no such account");
        }
        if (command.sessionId().equals(lastEndedSession)) {
            return accepted(0);
        }
        AggregateLifecycle.apply(
                new SessionEnded(command.sessionId()), MetaData.with(EventHeaders.ACTOR_ID_METADATA, actor.toString()));
        return accepted(1);
    }

    @EventSourcingHandler
    void on(AccountEvent event, @SequenceNumber long eventSeq, @Timestamp Instant eventAt) {
        seq = eventSeq;
        at = eventAt;
        switch (event) {
            case AccountRegistered ignored -> made = true;
            case AccountImported ignored -> made = true;
            case SessionEnded ended -> lastEndedSession = ended.sessionId();
        }
    }

    private Accepted accepted(int changes) {
        return new Accepted(null, seq, at, changes);
    }
}
