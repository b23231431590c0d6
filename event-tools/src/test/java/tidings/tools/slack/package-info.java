/** Tests of reading Slack exports: small ones made here, and the real ones where they are at hand. */
@NullMarked
package tidings.tools.slack;

import org.jspecify.annotations.NullMarked;
