package tidings.query.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some results of a search.
 *
 * @param next where the search goes on, or null when nothing more can be found; a page may be short, even empty,
 *     and still have a next one
 * @param warnings what of the query was not understood, and what may be missing
 */
public record SearchPage(List<SearchHit> hits, @Nullable SearchCursor next, List<String> warnings) {

    public SearchPage {
        hits = List.copyOf(hits);
        warnings = List.copyOf(warnings);
    }
}
