/** Whether this node can serve. */
@NullMarked
package tidings.query.health;

import org.jspecify.annotations.NullMarked;
