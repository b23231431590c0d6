/** Calls the internal HTTP APIs of the command and query sides, patiently while they are busy. */
@NullMarked
package tidings.tools.http;

import org.jspecify.annotations.NullMarked;
