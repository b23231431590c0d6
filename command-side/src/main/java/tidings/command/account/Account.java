package tidings.command.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
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
import tidings.command.account.AccountCommand.ChangeProfile;
import tidings.command.account.AccountCommand.Deactivate;
import tidings.command.account.AccountCommand.Delete;
import tidings.command.account.AccountCommand.EndSession;
import tidings.command.account.AccountCommand.GrantRole;
import tidings.command.account.AccountCommand.ImportAccount;
import tidings.command.account.AccountCommand.IssueToken;
import tidings.command.account.AccountCommand.NotePasswordChange;
import tidings.command.account.AccountCommand.NoteSecondFactor;
import tidings.command.account.AccountCommand.NoteWebhook;
import tidings.command.account.AccountCommand.NoteWebhookDeletion;
import tidings.command.account.AccountCommand.Reactivate;
import tidings.command.account.AccountCommand.RegisterAccount;
import tidings.command.account.AccountCommand.RegisterBot;
import tidings.command.account.AccountCommand.RevokeRole;
import tidings.command.account.AccountCommand.RevokeToken;
import tidings.command.dispatch.Actor;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.RejectionCode;
import tidings.events.EventHeaders;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountEvent.AccountDeactivated;
import tidings.events.account.AccountEvent.AccountDeleted;
import tidings.events.account.AccountEvent.AccountImported;
import tidings.events.account.AccountEvent.AccountReactivated;
import tidings.events.account.AccountEvent.AccountRegistered;
import tidings.events.account.AccountEvent.AuditedAct;
import tidings.events.account.AccountEvent.PasswordChanged;
import tidings.events.account.AccountEvent.ProfileChanged;
import tidings.events.account.AccountEvent.RoleGranted;
import tidings.events.account.AccountEvent.RoleRevoked;
import tidings.events.account.AccountEvent.SecondFactorDisabled;
import tidings.events.account.AccountEvent.SecondFactorEnabled;
import tidings.events.account.AccountEvent.SessionEnded;
import tidings.events.account.AccountEvent.TokenIssued;
import tidings.events.account.AccountEvent.TokenRevoked;
import tidings.events.account.AccountEvent.WebhookCreated;
import tidings.events.account.AccountEvent.WebhookDeleted;
import tidings.events.account.AccountId;

/**
 * What others may know of somebody. That names are unique is not decided here but by a reservation, before;
 * so that an attempt may be repeated after a crash, making an account that was made changes nothing.
 */
final class Account {

    @AggregateIdentifier
    private final AccountId id;

    private final Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    private final Set<AccountRole> revoked = EnumSet.noneOf(AccountRole.class);
    private final Set<String> tokens = new HashSet<>();
    private final Set<String> webhooks = new HashSet<>();
    private Standing standing = Standing.NONE;
    private boolean secondFactor;
    private @Nullable String displayName;
    private @Nullable String lastEndedSession;
    private long seq = -1;
    private Instant at = Instant.EPOCH;

    Account(AccountId id) {
        this.id = id;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(RegisterAccount command) {
        if (standing != Standing.NONE) {
            return accepted(0);
        }
        AggregateLifecycle.apply(new AccountRegistered(
                command.username().value(), command.displayName().value(), false));
        return accepted(1);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(ImportAccount command) {
        if (standing != Standing.NONE) {
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
        if (standing == Standing.NONE || !actor.equals(id)) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such account");
        }
        if (command.sessionId().equals(lastEndedSession)) {
            return accepted(0);
        }
        return apply(actor, new SessionEnded(command.sessionId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(RegisterBot command, @Actor AccountId actor) {
        if (standing != Standing.NONE) {
            return accepted(0);
        }
        return apply(
                actor,
                new AccountRegistered(
                        command.username().value(), command.displayName().value(), true));
    }

    @CommandHandler
    Accepted handle(ChangeProfile command, @Actor AccountId actor) {
        requireActive();
        requireOwner(actor);
        String name = command.displayName().value();
        return name.equals(displayName) ? accepted(0) : apply(actor, new ProfileChanged(name));
    }

    @CommandHandler
    Accepted handle(NotePasswordChange command, @Actor AccountId actor) {
        requireActive();
        requireOwner(actor);
        return apply(actor, new PasswordChanged());
    }

    @CommandHandler
    Accepted handle(NoteSecondFactor command, @Actor AccountId actor) {
        requireActive();
        requireOwner(actor);
        if (command.enabled() == secondFactor) {
            return accepted(0);
        }
        return apply(actor, command.enabled() ? new SecondFactorEnabled() : new SecondFactorDisabled());
    }

    @CommandHandler
    Accepted handle(Deactivate command, @Actor AccountId actor) {
        requireExisting();
        return standing == Standing.DEACTIVATED ? accepted(0) : apply(actor, new AccountDeactivated());
    }

    @CommandHandler
    Accepted handle(Reactivate command, @Actor AccountId actor) {
        requireExisting();
        return standing == Standing.ACTIVE ? accepted(0) : apply(actor, new AccountReactivated());
    }

    @CommandHandler
    Accepted handle(Delete command, @Actor AccountId actor) {
        if (standing == Standing.DELETED) {
            return accepted(0);
        }
        requireExisting();
        return apply(actor, new AccountDeleted());
    }

    @CommandHandler
    Accepted handle(GrantRole command, @Actor AccountId actor) {
        requireActive();
        return roles.contains(command.role())
                ? accepted(0)
                : apply(actor, new RoleGranted(command.role().name()));
    }

    /** The first administrator has the role without an event, so what is unknown here is revoked all the same. */
    @CommandHandler
    Accepted handle(RevokeRole command, @Actor AccountId actor) {
        requireExisting();
        return revoked.contains(command.role())
                ? accepted(0)
                : apply(actor, new RoleRevoked(command.role().name()));
    }

    @CommandHandler
    Accepted handle(IssueToken command, @Actor AccountId actor) {
        requireActive();
        if (tokens.contains(command.tokenId())) {
            return accepted(0);
        }
        if (tokens.size() >= IssueToken.MAX_TOKENS) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "an account has at most 50 tokens");
        }
        return apply(actor, new TokenIssued(command.tokenId(), command.name(), command.scopes()));
    }

    @CommandHandler
    Accepted handle(RevokeToken command, @Actor AccountId actor) {
        return tokens.contains(command.tokenId()) ? apply(actor, new TokenRevoked(command.tokenId())) : accepted(0);
    }

    @CommandHandler
    Accepted handle(NoteWebhook command, @Actor AccountId actor) {
        requireActive();
        return webhooks.contains(command.webhookId())
                ? accepted(0)
                : apply(
                        actor,
                        new WebhookCreated(
                                command.webhookId(), command.channelId().value()));
    }

    @CommandHandler
    Accepted handle(NoteWebhookDeletion command, @Actor AccountId actor) {
        return webhooks.contains(command.webhookId())
                ? apply(actor, new WebhookDeleted(command.webhookId()))
                : accepted(0);
    }

    @EventSourcingHandler
    void on(AccountEvent event, @SequenceNumber long eventSeq, @Timestamp Instant eventAt) {
        seq = eventSeq;
        at = eventAt;
        switch (event) {
            case AccountRegistered registered -> begin(registered.displayName());
            case AccountImported imported -> begin(imported.displayName());
            case SessionEnded ended -> lastEndedSession = ended.sessionId();
            case ProfileChanged changed -> displayName = changed.displayName();
            case AuditedAct act -> on(act);
        }
    }

    private void on(AuditedAct act) {
        switch (act) {
            case AccountDeactivated ignored -> standing = Standing.DEACTIVATED;
            case AccountReactivated ignored -> standing = Standing.ACTIVE;
            case AccountDeleted ignored -> standing = Standing.DELETED;
            case RoleGranted granted -> {
                roles.add(AccountRole.valueOf(granted.role()));
                revoked.remove(AccountRole.valueOf(granted.role()));
            }
            case RoleRevoked taken -> {
                roles.remove(AccountRole.valueOf(taken.role()));
                revoked.add(AccountRole.valueOf(taken.role()));
            }
            case TokenIssued issued -> tokens.add(issued.tokenId());
            case TokenRevoked gone -> tokens.remove(gone.tokenId());
            case WebhookCreated created -> webhooks.add(created.webhookId());
            case WebhookDeleted gone -> webhooks.remove(gone.webhookId());
            case SecondFactorEnabled ignored -> secondFactor = true;
            case SecondFactorDisabled ignored -> secondFactor = false;
            case PasswordChanged ignored -> {
                // what it is now, no event knows
            }
        }
    }

    private void begin(String name) {
        standing = Standing.ACTIVE;
        displayName = name;
    }

    private void requireExisting() {
        if (standing == Standing.NONE || standing == Standing.DELETED) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such account");
        }
    }

    private void requireActive() {
        requireExisting();
        if (standing == Standing.DEACTIVATED) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "the account is deactivated");
        }
    }

    private void requireOwner(AccountId actor) {
        if (!actor.equals(id)) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such account");
        }
    }

    private Accepted apply(AccountId actor, AccountEvent event) {
        AggregateLifecycle.apply(event, MetaData.with(EventHeaders.ACTOR_ID_METADATA, actor.toString()));
        return accepted(1);
    }

    private Accepted accepted(int changes) {
        return new Accepted(null, seq, at, changes);
    }
}
