/** The one running instance that all end-to-end tests share: real processes, two gateways behind nginx. */
@NullMarked
package tidings.system.stage;

import org.jspecify.annotations.NullMarked;
