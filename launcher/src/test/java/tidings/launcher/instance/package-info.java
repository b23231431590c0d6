/** Tests of whole instances, on real servers and stub services. */
@NullMarked
package tidings.launcher.instance;

import org.jspecify.annotations.NullMarked;
