package tidings.query.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.query.accounts.AccountQueries;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;

/** Finds the accounts and channels that a query names. */
@Component
final class ScopeResolver {

    private static final String MYSELF = "me";

    private final AccountQueries accounts;
    private final ChannelQueries channels;

    ScopeResolver(AccountQueries accounts, ChannelQueries channels) {
        this.accounts = accounts;
        this.channels = channels;
    }

    /**
     * Empty when nothing can be found: unknown names, or channels that exclude each other. A channel that the asker may
     * not read is unknown.
     *
     * @param channel the only channel to look in; null for all
     * @param warnings takes what names nobody and nothing
     */
    Optional<Scope> resolve(
            AccountId viewer, SearchFilter filter, @Nullable ChannelView channel, List<String> warnings) {
        Set<UUID> authors = authors(viewer, filter.from().only(), warnings);
        Set<UUID> named = channels(viewer, filter.in().only(), warnings);
        boolean nobody = !filter.from().only().isEmpty() && authors.isEmpty();
        boolean nowhere = !filter.in().only().isEmpty() && named.isEmpty();
        if (channel != null) {
            UUID id = channel.id().value();
            nowhere |= !named.isEmpty() && !named.contains(id);
            named = Set.of(id);
        }
        Scope scope = new Scope(
                viewer.value(),
                named,
                channels(viewer, filter.in().never(), warnings),
                authors,
                authors(viewer, filter.from().never(), warnings));
        return nobody || nowhere ? Optional.empty() : Optional.of(scope);
    }

    private Set<UUID> authors(AccountId viewer, Set<String> names, List<String> warnings) {
        Set<UUID> found = new HashSet<>();
        for (String name : names) {
            if (name.equalsIgnoreCase(MYSELF)) {
                found.add(viewer.value());
            } else {
                accounts.byUsername(name)
                        .ifPresentOrElse(
                                account -> found.add(account.id().value()),
                                () -> warnings.add("nobody has the username " + name));
            }
        }
        return found;
    }

    private Set<UUID> channels(AccountId viewer, Set<String> names, List<String> warnings) {
        Set<UUID> found = new HashSet<>();
        for (String name : names) {
            channels.readableByName(viewer, name)
                    .ifPresentOrElse(
                            channel -> found.add(channel.id().value()),
                            () -> warnings.add("there is no channel " + name + " that you may read"));
        }
        return found;
    }
}
