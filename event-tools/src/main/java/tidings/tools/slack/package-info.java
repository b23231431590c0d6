/** Reads a Slack export, as it comes, within bounded memory: its people, its channels and their messages in time order. */
@NullMarked
package tidings.tools.slack;

import org.jspecify.annotations.NullMarked;
