/** Says which passwords may be chosen, and hashes them within bounds. */
@NullMarked
package tidings.command.account.password;

import org.jspecify.annotations.NullMarked;
