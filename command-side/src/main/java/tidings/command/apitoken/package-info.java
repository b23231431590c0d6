/** Lets programs act as accounts, within bounds. */
@NullMarked
package tidings.command.apitoken;

import org.jspecify.annotations.NullMarked;
