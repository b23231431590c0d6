/** The rules of the house that only the source text can show: sizes, names, words that must not be there. */
@NullMarked
package tidings.system.sources;

import org.jspecify.annotations.NullMarked;
