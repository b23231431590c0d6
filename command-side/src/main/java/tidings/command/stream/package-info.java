/** The gRPC side: commands and facts for gateways, over streams that stay open (ADR-0026). */
@NullMarked
package tidings.command.stream;

import org.jspecify.annotations.NullMarked;
