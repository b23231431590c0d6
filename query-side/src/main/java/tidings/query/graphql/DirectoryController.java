package tidings.query.graphql;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tidings.access.Identity;
import tidings.events.account.AccountId;
import tidings.query.access.ViewerFilter;
import tidings.query.accounts.AccountQueries;
import tidings.query.accounts.AccountView;
import tidings.query.accounts.DirectoryPlace;
import tidings.query.accounts.DirectoryQueries;
import tidings.query.accounts.DirectoryQueries.Found;
import tidings.query.graphql.ChannelController.MemberEdge;
import tidings.query.graphql.ChannelController.Members;

/** Finds people. */
@Controller
final class DirectoryController {

    private static final int USUAL = 20;
    private static final int LONGEST_QUERY = 100;

    private final DirectoryQueries directory;
    private final AccountQueries accounts;
    private final FreshLookup fresh;

    DirectoryController(DirectoryQueries directory, AccountQueries accounts, FreshLookup fresh) {
        this.directory = directory;
        this.accounts = accounts;
        this.fresh = fresh;
    }

    @QueryMapping
    Members accounts(
            @Argument String query,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        if (query.length() > LONGEST_QUERY) {
            throw QueryRefusedException.badRequest("people are looked for by at most " + LONGEST_QUERY + " characters");
        }
        int limit = PageRequest.limit(first, USUAL, PageRequest.MOST);
        DirectoryQueries.Page page = directory.find(viewer.accountId(), query, DirectoryCursor.parse(after), limit);
        List<MemberEdge> edges =
                page.found().stream().map(DirectoryController::edge).toList();
        DirectoryPlace next = page.next();
        String start = edges.isEmpty() ? null : edges.getFirst().cursor();
        String end = next != null
                ? DirectoryCursor.of(next)
                : edges.isEmpty() ? null : edges.getLast().cursor();
        return new Members(edges, new Connection.PageInfo(next != null, after != null, start, end));
    }

    private static MemberEdge edge(Found found) {
        return new MemberEdge(DirectoryCursor.of(found.place()), found.account(), null);
    }

    @QueryMapping
    @Nullable AccountView account(@Argument @Nullable String id, @Argument @Nullable String username) {
        if (id != null && username == null) {
            return id(id).flatMap(account -> fresh.find(() -> accounts.byId(account)))
                    .orElse(null);
        }
        if (username != null && id == null) {
            return fresh.find(() -> accounts.byUsername(username)).orElse(null);
        }
        throw QueryRefusedException.badRequest("an account is asked for by its id or by its username");
    }

    /** Ids are opaque to clients: text that is none is the id of nobody. */
    private static Optional<AccountId> id(String text) {
        try {
            return Optional.of(AccountId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
