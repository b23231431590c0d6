/** Tests of the scenarios. */
@NullMarked
package tidings.load.scenario;

import org.jspecify.annotations.NullMarked;
