/** The web client in a real browser against the running whole. */
@NullMarked
package tidings.system.browser;

import org.jspecify.annotations.NullMarked;
