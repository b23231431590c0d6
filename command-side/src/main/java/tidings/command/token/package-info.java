/** Lets programs act as accounts, within bounds. */
@NullMarked
package tidings.command.token;

import org.jspecify.annotations.NullMarked;
