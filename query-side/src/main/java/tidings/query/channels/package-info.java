/** Which channels there are, who is a member, and who may read what. */
@NullMarked
package tidings.query.channels;

import org.jspecify.annotations.NullMarked;
