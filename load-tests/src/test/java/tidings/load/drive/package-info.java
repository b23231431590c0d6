/** Tests of whole runs against a small chat server that can misbehave. */
@NullMarked
package tidings.load.drive;

import org.jspecify.annotations.NullMarked;
