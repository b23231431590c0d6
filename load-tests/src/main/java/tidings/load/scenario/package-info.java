/** The load tests by name, with the numbers that they have when none are given. */
@NullMarked
package tidings.load.scenario;

import org.jspecify.annotations.NullMarked;
