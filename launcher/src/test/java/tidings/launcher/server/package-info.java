/** Tests of the servers' configuration, on real servers. */
@NullMarked
package tidings.launcher.server;

import org.jspecify.annotations.NullMarked;
