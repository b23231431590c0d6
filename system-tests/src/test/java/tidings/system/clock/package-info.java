/** Gives a command node of a test instance a clock that can be put, by a Java agent: the node's own program knows nothing of it. */
@NullMarked
package tidings.system.clock;

import org.jspecify.annotations.NullMarked;
