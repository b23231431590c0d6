/** Proves that the whole of Tidings is what it promises to be: its architecture, its messages' way, its faults survived. */
@NullMarked
package tidings.system;

import org.jspecify.annotations.NullMarked;
