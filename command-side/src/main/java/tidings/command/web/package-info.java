/** The REST interface: one controller per resource, one shape of error (RFC 9457), described in {@code docs/openapi.yaml}. */
@NullMarked
package tidings.command.web;

import org.jspecify.annotations.NullMarked;
