/** The words in which features speak of commands: what is asked, who asks, and what became of it. */
@NullMarked
package tidings.command.dispatch;

import org.jspecify.annotations.NullMarked;
