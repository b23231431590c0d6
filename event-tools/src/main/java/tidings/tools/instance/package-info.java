/** Finds a running instance through the files that the launcher keeps in its data folder. */
@NullMarked
package tidings.tools.instance;

import org.jspecify.annotations.NullMarked;
