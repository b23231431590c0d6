/** What people do with Tidings, through nginx: talk, change their minds, keep things private, look things up. */
@NullMarked
package tidings.system.endtoend;

import org.jspecify.annotations.NullMarked;
