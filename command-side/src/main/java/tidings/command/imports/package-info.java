/**
 * Takes over the people, channels and messages of other systems, in bulk and repeatably: what a source names by its own
 * id becomes one thing here, however often it is sent (ADR-0015).
 */
@NullMarked
package tidings.command.imports;

import org.jspecify.annotations.NullMarked;
