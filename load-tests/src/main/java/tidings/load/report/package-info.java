/** What a load test found, as JSON and as a page to look at. */
@NullMarked
package tidings.load.report;

import org.jspecify.annotations.NullMarked;
