/** How far each account has read each channel: markers that only rise, coalesced, outside the event store (ADR-0014). */
@NullMarked
package tidings.command.readmarker;

import org.jspecify.annotations.NullMarked;
