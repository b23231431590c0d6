/** Tells what the views have seen, stream by stream and event by event, to the tool that compares it with the log. */
@NullMarked
package tidings.query.comparison;

import org.jspecify.annotations.NullMarked;
