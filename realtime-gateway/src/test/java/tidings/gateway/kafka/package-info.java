/** Tests of the way from Kafka. */
@NullMarked
package tidings.gateway.kafka;

import org.jspecify.annotations.NullMarked;
