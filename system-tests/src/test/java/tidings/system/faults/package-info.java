/** What must survive what: processes are killed under load, and the checker looks at what everybody saw. */
@NullMarked
package tidings.system.faults;

import org.jspecify.annotations.NullMarked;
