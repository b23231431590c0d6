/** Measures the machine: processor time and memory of processes, from /proc. */
@NullMarked
package tidings.load.measure;

import org.jspecify.annotations.NullMarked;
