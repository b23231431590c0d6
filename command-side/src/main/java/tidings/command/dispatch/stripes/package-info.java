/**
 * The machine behind {@link tidings.command.dispatch.CommandDispatcher}: admits commands, decides those of one aggregate one
 * after the other on its stripe, and answers each when its decision is durable. It knows no feature.
 */
@NullMarked
package tidings.command.dispatch.stripes;

import org.jspecify.annotations.NullMarked;
