package tidings.query.search;

import java.util.List;
import tidings.query.timeline.MessageView;

/**
 * A message that was found.
 *
 * @param highlights plain text, never markup: fragments of the body in which what was found stands between « and »
 * @param score higher is better; only the order within one search means anything
 * @param cursor its place in the results
 */
public record SearchHit(MessageView message, List<String> highlights, double score, SearchCursor cursor) {}
