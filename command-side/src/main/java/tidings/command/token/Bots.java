package tidings.command.token;

import java.util.Map;
import java.util.Objects;
import tidings.command.account.AccountCommand.RegisterBot;
import tidings.command.account.DisplayName;
import tidings.command.account.NameAssignments;
import tidings.command.account.Username;
import tidings.command.dispatch.Decisions;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;

/** Accounts of programs: they have no password, and somebody who answers for them. */
public final class Bots {

    private final BotStore store;
    private final NameAssignments names;
    private final Decisions decisions;
    private final IdFactory ids;

    Bots(BotStore store, NameAssignments names, Decisions decisions, IdFactory ids) {
        this.store = store;
        this.names = names;
        this.decisions = decisions;
        this.ids = ids;
    }

    public record Bot(AccountId id, Username username) {}

    /** @param wished its name, or where it is taken that name with a number behind it */
    public Bot create(AccountId owner, Username wished, DisplayName displayName) {
        AccountId id = ids.nextAccountId();
        Username username =
                Objects.requireNonNull(names.assign(Map.of(id, wished)).get(id));
        store.insert(id, owner);
        decisions.decide(owner, new RegisterBot(id, username, displayName));
        return new Bot(id, username);
    }
}
