package tidings.command.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tidings.command.account.AccountCommand.ImportAccount;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.account.registration.NameAssignments;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;
import tidings.command.ids.IdFactory;
import tidings.command.imports.ImportIdentityStore.Identity;
import tidings.command.imports.ImportIdentityStore.Kind;
import tidings.command.imports.ImportRequests.NewAccount;
import tidings.events.account.AccountId;

/** Makes accounts without passwords for the authors of another system. */
final class AccountImport {

    static final int MAX_ACCOUNTS = 1_000;

    private final ImportIdentityStore identities;
    private final NameAssignments names;
    private final ManyDecisions decisions;
    private final IdFactory ids;

    AccountImport(ImportIdentityStore identities, NameAssignments names, ManyDecisions decisions, IdFactory ids) {
        this.identities = identities;
        this.names = names;
        this.decisions = decisions;
        this.ids = ids;
    }

    record Result(List<KnownAccount> accounts) {}

    /** @param created whether this call made it */
    record KnownAccount(String sourceId, String id, String username, boolean created) {}

    private record Author(String sourceId, NewAccount wish, Username wishedName) {

        static Author of(NewAccount wish) {
            return new Author(
                    ImportRequests.sourceId(wish.sourceId()),
                    wish,
                    Username.nearestTo(ImportRequests.required(wish.username(), "username")));
        }
    }

    private record Claimed(Author author, AccountId id, boolean recorded) {}

    /** @throws CommandRefusedException when some could not be recorded; all of it may then be sent again */
    Result run(ImportRequests.Accounts request) {
        String source = ImportRequests.source(request.source());
        List<Author> authors = ImportRequests.bounded(request.accounts(), MAX_ACCOUNTS, "accounts").stream()
                .map(Author::of)
                .toList();
        List<Claimed> claimed = claim(source, authors);
        Map<AccountId, Username> wished = new LinkedHashMap<>();
        claimed.forEach(claim -> wished.put(claim.id(), claim.author().wishedName()));
        Map<AccountId, Username> assigned = names.assign(wished);
        record(source, claimed.stream().filter(claim -> !claim.recorded()).toList(), assigned);
        return new Result(claimed.stream()
                .map(claim -> new KnownAccount(
                        claim.author().sourceId(),
                        claim.id().toString(),
                        name(assigned, claim).value(),
                        !claim.recorded()))
                .toList());
    }

    /** Each author once, the first wish counts. */
    private List<Claimed> claim(String source, List<Author> authors) {
        Map<String, Author> bySourceId = new LinkedHashMap<>();
        authors.forEach(author -> bySourceId.putIfAbsent(author.sourceId(), author));
        Map<String, Identity> known = identities.claim(source, Kind.ACCOUNT, bySourceId.keySet(), ids::next);
        return bySourceId.values().stream()
                .map(author -> {
                    Identity identity = Objects.requireNonNull(known.get(author.sourceId()));
                    return new Claimed(author, new AccountId(identity.id()), identity.recorded());
                })
                .toList();
    }

    private void record(String source, List<Claimed> fresh, Map<AccountId, Username> names) {
        List<AskedCommand> asked = fresh.stream()
                .map(claim -> new AskedCommand(null, command(source, claim, name(names, claim))))
                .toList();
        for (Outcome outcome : decisions.decide(asked)) {
            if (outcome instanceof Outcome.Rejected rejected) {
                throw new CommandRefusedException(rejected.code(), rejected.message());
            }
        }
        identities.markRecorded(
                source,
                Kind.ACCOUNT,
                fresh.stream().map(claim -> claim.author().sourceId()).toList());
    }

    private static ImportAccount command(String source, Claimed claim, Username username) {
        NewAccount wish = claim.author().wish();
        String displayName = wish.displayName() == null ? "" : wish.displayName();
        return new ImportAccount(
                claim.id(),
                username,
                DisplayName.nearestTo(displayName, username),
                wish.bot(),
                source,
                claim.author().sourceId());
    }

    private static Username name(Map<AccountId, Username> names, Claimed claim) {
        return Objects.requireNonNull(names.get(claim.id()));
    }
}
