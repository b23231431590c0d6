/** Hands commands to the command side: one pipelined stream per command node. */
@NullMarked
package tidings.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
