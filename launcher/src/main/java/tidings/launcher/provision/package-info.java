/** Finds or fetches the programs that Tidings runs on: Kafka, MySQL, Redis and nginx. */
@NullMarked
package tidings.launcher.provision;

import org.jspecify.annotations.NullMarked;
