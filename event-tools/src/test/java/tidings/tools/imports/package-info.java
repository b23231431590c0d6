/** Tests of imports against a command side that keeps the contract of idempotence in memory. */
@NullMarked
package tidings.tools.imports;

import org.jspecify.annotations.NullMarked;
