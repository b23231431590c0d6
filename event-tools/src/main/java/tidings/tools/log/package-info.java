/** Reads the event log from the command side: as it is, one stream of it, one message's story. */
@NullMarked
package tidings.tools.log;

import org.jspecify.annotations.NullMarked;
