package tidings.command.web;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tidings.command.session.Caller;
import tidings.command.session.Scope;

/** What each route needs of a token that has scopes. What is not in here, such a token may not do. */
final class ScopeTable {

    private static final Pattern MESSAGES = Pattern.compile("/api/channels/[^/]+/messages(?:/.*)?");
    private static final Pattern CHANNELS = Pattern.compile("/api/channels(?:/.*)?");

    private ScopeTable() {}

    static boolean permits(Caller caller, String path) {
        return caller.scopes() == null || needed(path).filter(caller::may).isPresent();
    }

    private static Optional<Set<Scope>> needed(String path) {
        if (MESSAGES.matcher(path).matches()) {
            return Optional.of(Set.of(Scope.MESSAGES_WRITE));
        }
        if (CHANNELS.matcher(path).matches()) {
            return Optional.of(Set.of(Scope.CHANNELS_MANAGE));
        }
        return switch (path) {
            // a socket reads and writes
            case "/api/tickets" -> Optional.of(Set.of(Scope.MESSAGES_READ, Scope.MESSAGES_WRITE));
            case "/api/sessions/current" -> Optional.of(Set.of());
            default -> Optional.empty();
        };
    }
}
