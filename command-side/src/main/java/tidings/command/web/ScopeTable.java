package tidings.command.web;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.access.Scope;

/**
 * What each route needs of a token that has scopes, by the route that was matched: however a path is written, it is the route
 * that decides. What is not in here, such a token may not do.
 */
final class ScopeTable {

    private static final Set<Scope> WRITE = Set.of(Scope.MESSAGES_WRITE);
    private static final Set<Scope> MANAGE = Set.of(Scope.CHANNELS_MANAGE);
    private static final String CHANNEL = "/api/channels/{channelId}";
    private static final String MESSAGE = CHANNEL + "/messages/{messageId}";

    private static final Map<String, Set<Scope>> NEEDED = Map.ofEntries(
            entry("POST " + CHANNEL + "/messages", WRITE),
            entry("PATCH " + MESSAGE, WRITE),
            entry("DELETE " + MESSAGE, WRITE),
            entry("PUT " + MESSAGE + "/reactions/{emoji}", WRITE),
            entry("DELETE " + MESSAGE + "/reactions/{emoji}", WRITE),
            entry("POST /api/channels", MANAGE),
            entry("PATCH " + CHANNEL, MANAGE),
            entry("PUT " + CHANNEL + "/archive", MANAGE),
            entry("DELETE " + CHANNEL + "/archive", MANAGE),
            entry("PUT " + CHANNEL + "/bans/{userId}", MANAGE),
            entry("DELETE " + CHANNEL + "/bans/{userId}", MANAGE),
            entry("PUT " + CHANNEL + "/pins/{messageId}", MANAGE),
            entry("DELETE " + CHANNEL + "/pins/{messageId}", MANAGE),
            entry("PUT " + CHANNEL + "/members/{userId}", MANAGE),
            entry("DELETE " + CHANNEL + "/members/{userId}", MANAGE),
            entry("GET " + CHANNEL + "/webhooks", MANAGE),
            entry("DELETE " + CHANNEL + "/webhooks/{webhookId}", MANAGE),
            // a socket reads and writes
            entry("POST /api/tickets", Set.of(Scope.MESSAGES_READ, Scope.MESSAGES_WRITE)),
            entry("DELETE /api/sessions/current", Set.of()));

    private ScopeTable() {}

    /** @param pattern of the route that was matched */
    static boolean permits(Identity caller, String method, String pattern) {
        Set<Scope> needed = needed(method, pattern);
        return caller.scopes() == null || needed != null && caller.permits(needed);
    }

    /** The scopes that a route needs; null when tokens with scopes may not call it. */
    static @Nullable Set<Scope> needed(String method, String pattern) {
        return NEEDED.get((method.equals("HEAD") ? "GET" : method) + " " + pattern);
    }
}
