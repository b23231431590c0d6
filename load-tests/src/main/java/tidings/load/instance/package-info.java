/** Finds a local instance through the files that its launcher keeps in its data folder. */
@NullMarked
package tidings.load.instance;

import org.jspecify.annotations.NullMarked;
