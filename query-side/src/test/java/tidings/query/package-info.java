/** The query node as a whole, against a real MySQL and a real Kafka. */
@NullMarked
package tidings.query;

import org.jspecify.annotations.NullMarked;
