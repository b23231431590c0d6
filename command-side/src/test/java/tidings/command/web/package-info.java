/** Tests of {@code tidings.command.web}. */
@NullMarked
package tidings.command.web;

import org.jspecify.annotations.NullMarked;
