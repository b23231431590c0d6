/** One running Tidings: its data folder, its processes, and their supervision. */
@NullMarked
package tidings.launcher.instance;

import org.jspecify.annotations.NullMarked;
