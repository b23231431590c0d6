/** Starts child processes that never outlive their parent, and tells when they are ready. */
@NullMarked
package tidings.launcher.process;

import org.jspecify.annotations.NullMarked;
