package tidings.query.search;

import java.util.Set;
import java.util.UUID;

/**
 * Where to look; an empty set of what is wanted means everywhere, or everybody.
 *
 * @param viewer only what this account may read is found
 */
record Scope(UUID viewer, Set<UUID> channels, Set<UUID> notChannels, Set<UUID> authors, Set<UUID> notAuthors) {

    Scope {
        channels = Set.copyOf(channels);
        notChannels = Set.copyOf(notChannels);
        authors = Set.copyOf(authors);
        notAuthors = Set.copyOf(notAuthors);
    }
}
