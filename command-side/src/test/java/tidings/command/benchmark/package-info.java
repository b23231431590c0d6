/** Measures the write path in its own process: what a durable send costs, against a transaction per command. */
@NullMarked
package tidings.command.benchmark;

import org.jspecify.annotations.NullMarked;
