package tidings.access;

import java.util.Set;

/** What became of a token or a ticket: the same four answers at every door, which only the door's protocol words differently. */
public sealed interface Authentication {

    record Granted(Identity identity) implements Authentication {}

    /** The token or ticket is no good; {@code reason} is for people and names no secret. */
    record Denied(String reason) implements Authentication {}

    /** The token is good, but none for this door ({@code insufficient_scope}, RFC 6750, section 3.1). */
    record InsufficientScope(Set<Scope> needed) implements Authentication {

        public InsufficientScope {
            needed = Set.copyOf(needed);
        }

        /** For people. */
        public String reason() {
            return "this needs a token with the scopes " + Scope.claim(needed);
        }

        /** The value of a {@code WWW-Authenticate} header. */
        public String challenge() {
            return "Bearer realm=\"tidings\", error=\"insufficient_scope\", scope=\"" + Scope.claim(needed) + "\"";
        }
    }

    /** It could not be checked now. */
    record Undecided(String reason) implements Authentication {}

    /** The same, or {@link InsufficientScope} where the token lacks one of these scopes. */
    default Authentication requiring(Set<Scope> needed) {
        return this instanceof Granted granted && !granted.identity().permits(needed)
                ? new InsufficientScope(needed)
                : this;
    }
}
