/** The contract in docs/asyncapi.yaml, valid in itself and kept by the running gateway. */
@NullMarked
package tidings.gateway.asyncapi;

import org.jspecify.annotations.NullMarked;
