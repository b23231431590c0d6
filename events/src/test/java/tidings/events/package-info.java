@NullMarked
package tidings.events;

import org.jspecify.annotations.NullMarked;
