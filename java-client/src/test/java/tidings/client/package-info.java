/** The client against a server that does what the test says, in the test's own time. */
@NullMarked
package tidings.client;

import org.jspecify.annotations.NullMarked;
