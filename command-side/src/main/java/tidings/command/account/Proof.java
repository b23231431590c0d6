package tidings.command.account;

import org.jspecify.annotations.Nullable;

/**
 * What somebody shows before they do what cannot be undone.
 *
 * @param password null when none was given
 * @param signedInJustNow counts where an account has no password, because its owner signs in by a provider
 */
public record Proof(@Nullable Password password, boolean signedInJustNow) {}
