/** Signs in by way of a provider that runs in the test. */
@NullMarked
package tidings.command.oidc;

import org.jspecify.annotations.NullMarked;
