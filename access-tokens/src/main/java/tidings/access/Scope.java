package tidings.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may be used for. A token of somebody who signed in has none of these and may do everything. */
public enum Scope {
    MESSAGES_READ("messages:read"),
    MESSAGES_WRITE("messages:write"),
    CHANNELS_MANAGE("channels:manage");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As it stands in requests and in a token's {@code scope} claim (RFC 8693). */
    public String text() {
        return text;
    }

    /** Empty when there is no such scope. */
    public static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    /** Scopes as one text, as they stand in a claim and in the database. */
    public static String claim(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }

    /** What of a claim is known here; what is not allows nothing. */
    public static Set<Scope> ofClaim(String claim) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        List.of(claim.split(" ")).forEach(text -> of(text).ifPresent(scopes::add));
        return scopes;
    }
}
