/** Signing in with an account of an OpenID Connect provider (ADR 0115). */
@NullMarked
package tidings.command.oidc;

import org.jspecify.annotations.NullMarked;
