/** A house that breaks every rule on purpose, so that the rules are seen to bite. Nothing here is ever run. */
@NullMarked
package tidings.system.violations;

import org.jspecify.annotations.NullMarked;
