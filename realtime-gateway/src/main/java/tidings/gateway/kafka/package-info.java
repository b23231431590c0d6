/** Takes recorded events from Kafka, as one consumer group of all gateways, to the fan-out. */
@NullMarked
package tidings.gateway.kafka;

import org.jspecify.annotations.NullMarked;
