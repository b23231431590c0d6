package tidings.query.accounts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;

/** Finds people by the beginnings of their names. Everybody may know everybody's names. */
@Component
public final class DirectoryQueries {

    private final AccountWordQueries words;
    private final AccountQueries accounts;

    DirectoryQueries(AccountWordQueries words, AccountQueries accounts) {
        this.words = words;
        this.accounts = accounts;
    }

    /** Somebody who was found, and where in the list. */
    public record Found(AccountView account, DirectoryPlace place) {}

    /**
     * The work of one page is bounded, so it may be short, even empty, and still have a next one.
     *
     * @param next where the next page begins; null when there is nothing more
     */
    public record Page(List<Found> found, @Nullable DirectoryPlace next) {}

    /**
     * Those of whose names every word of the query begins one: who shares a channel with the asker comes first, as far as
     * the first rows tell, who is deactivated last, and within these each in the order of what was found. A blank query
     * finds everybody.
     */
    public Page find(AccountId asker, String query, @Nullable DirectoryPlace after, int limit) {
        Set<String> beginnings = query.isBlank() ? Set.of("") : AccountWords.ofQuery(query);
        if (beginnings.isEmpty() || limit == 0) {
            return new Page(List.of(), null);
        }
        DirectoryWalk walk = new DirectoryWalk(words, beginnings, after, limit);
        walk.go(asker);
        List<DirectoryPlace> places = walk.places();
        Map<AccountId, AccountView> known =
                accounts.byIds(places.stream().map(DirectoryQueries::id).toList());
        List<Found> found = places.stream()
                .map(place -> new Found(known.getOrDefault(id(place), AccountView.notYetKnown(id(place))), place))
                .toList();
        return new Page(found, walk.next());
    }

    private static AccountId id(DirectoryPlace place) {
        return new AccountId(place.key().account());
    }
}
