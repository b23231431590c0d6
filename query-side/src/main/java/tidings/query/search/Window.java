package tidings.query.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches that are ranked among each other: all there are between two places.
 *
 * @param matches the newest first
 * @param end the last place that belongs to it
 * @param next where to look for the next window; null when there is nothing more
 */
record Window(List<SearchCursor.Match> matches, SearchCursor.Match end, SearchCursor.@Nullable Match next) {}
