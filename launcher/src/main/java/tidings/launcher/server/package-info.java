/** Says how each server is configured and started. */
@NullMarked
package tidings.launcher.server;

import org.jspecify.annotations.NullMarked;
