/** A command node in memory that keeps the contract, for the gateway's tests. */
@NullMarked
package tidings.gateway.commandside;

import org.jspecify.annotations.NullMarked;
