/** Takes commands in, has each decided in its aggregate's order, and answers when the decision is durable. */
@NullMarked
package tidings.command.dispatch;

import org.jspecify.annotations.NullMarked;
