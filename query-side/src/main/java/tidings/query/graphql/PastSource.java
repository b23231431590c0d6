package tidings.query.graphql;

import java.util.List;
import tidings.query.history.HistoryQueries;
import tidings.query.history.Moment;
import tidings.query.history.PastMessage;

/** The messages of a channel as they stood at a moment, to be paged. */
record PastSource(HistoryQueries history, Moment moment) implements PageRequest.Source<PastMessage> {

    @Override
    public List<PastMessage> first(long after, long before, int limit) {
        return history.first(moment, after, before, limit);
    }

    @Override
    public List<PastMessage> last(long after, long before, int limit) {
        return history.last(moment, after, before, limit);
    }
}
