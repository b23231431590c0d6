/** Asks who it is once more, before a credential is made or removed (ADR-0021). */
@NullMarked
package tidings.command.reauthentication;

import org.jspecify.annotations.NullMarked;
