package tidings.command.apitoken;

import java.util.Map;
import java.util.Objects;
import tidings.command.account.AccountCommand.RegisterBot;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.account.registration.NameAssignments;
import tidings.command.channel.ChannelCommand.BanMember;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.command.limits.CreationRates;
import tidings.events.account.AccountId;

/**
 * Accounts of programs: they have no password, and somebody who answers for them, with whose present standing theirs ends
 * (ADR-0016).
 */
public final class Bots {

    private final BotStore store;
    private final NameAssignments names;
    private final Decisions decisions;
    private final IdFactory ids;
    private final CreationRates rates;
    private final int maxPerAccount;

    Bots(
            BotStore store,
            NameAssignments names,
            Decisions decisions,
            IdFactory ids,
            CreationRates rates,
            int maxPerAccount) {
        this.store = store;
        this.names = names;
        this.decisions = decisions;
        this.ids = ids;
        this.rates = rates;
        this.maxPerAccount = maxPerAccount;
    }

    /** What a bot is for. */
    public enum Kind {
        /** Acts with API tokens. */
        PROGRAM,
        /** Posts what comes to a webhook's address; has no tokens. */
        WEBHOOK
    }

    public record Bot(AccountId id, Username username) {}

    /**
     * Makes a bot, which is banned wherever its owner is.
     *
     * @param wished its name, or where it is taken that name with a number behind it
     * @throws CommandRefusedException CONFLICT when the owner has as many bots as somebody may have
     */
    public Bot create(AccountId owner, Username wished, DisplayName displayName, Kind kind) {
        if (kind == Kind.PROGRAM) {
            requireRoom(owner);
        }
        AccountId id = ids.nextAccountId();
        Username username =
                Objects.requireNonNull(names.assign(Map.of(id, wished)).get(id));
        store.insert(id, owner, kind);
        decisions.decide(owner, new RegisterBot(id, username, displayName));
        store.bansOf(owner).forEach(channel -> decisions.decide(owner, new BanMember(channel, id)));
        return new Bot(id, username);
    }

    private void requireRoom(AccountId owner) {
        if (store.programsOf(owner) >= maxPerAccount) {
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT, "an account has at most " + maxPerAccount + " bots");
        }
        rates.bot(owner);
    }
}
