/** Names what happened in Tidings: the envelope, the catalogue of event types and the wire names of their metadata. */
@NullMarked
package tidings.events;

import org.jspecify.annotations.NullMarked;
