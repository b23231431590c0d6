/** Tests of leashes, probes and ports. */
@NullMarked
package tidings.launcher.process;

import org.jspecify.annotations.NullMarked;
