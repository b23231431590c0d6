@NullMarked
package tidings.events.upcasting;

import org.jspecify.annotations.NullMarked;
