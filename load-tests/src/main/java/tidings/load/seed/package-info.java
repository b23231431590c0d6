/** Makes the accounts, channels and access tokens that a load test needs. */
@NullMarked
package tidings.load.seed;

import org.jspecify.annotations.NullMarked;
