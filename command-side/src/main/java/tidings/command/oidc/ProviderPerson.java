package tidings.command.oidc;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the provider knows.
 *
 * @param subject never given to anybody else by this issuer
 */
record ProviderPerson(
        String issuer,
        String subject,
        @Nullable String preferredUsername,
        @Nullable String name) {}
