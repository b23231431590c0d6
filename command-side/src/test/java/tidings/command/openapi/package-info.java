/** Holds every answer of the command side to {@code docs/openapi.yaml}, with calls that are made from the document itself. */
@NullMarked
package tidings.command.openapi;

import org.jspecify.annotations.NullMarked;
