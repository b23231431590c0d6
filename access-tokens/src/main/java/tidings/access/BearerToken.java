package tidings.access;

import org.jspecify.annotations.Nullable;

/** The token in the value of an {@code Authorization} header (RFC 6750); the scheme's case does not matter. */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Null for whatever is no bearer token. */
    public static @Nullable String in(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
