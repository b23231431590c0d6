/** Whole gateways in one JVM against real Redis and Kafka. */
@NullMarked
package tidings.gateway;

import org.jspecify.annotations.NullMarked;
