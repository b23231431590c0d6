/** Asks who it is once more, before a credential is made or removed (ADRs 0166, 0192). */
@NullMarked
package tidings.command.reauthentication;

import org.jspecify.annotations.NullMarked;
