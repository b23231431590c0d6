/** Signing in with an account of an OpenID Connect provider (ADR-0020). */
@NullMarked
package tidings.command.oidc;

import org.jspecify.annotations.NullMarked;
