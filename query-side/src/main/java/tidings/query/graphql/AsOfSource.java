package tidings.query.graphql;

import java.util.List;
import tidings.query.history.ChannelAsOf;
import tidings.query.history.HistoryQueries;
import tidings.query.history.MessageAsOf;

/** The messages of a channel as they stood at a moment, to be paged. */
record AsOfSource(HistoryQueries history, ChannelAsOf moment) implements PageRequest.Source<MessageAsOf> {

    @Override
    public List<MessageAsOf> first(long after, long before, int limit) {
        return history.first(moment, after, before, limit);
    }

    @Override
    public List<MessageAsOf> last(long after, long before, int limit) {
        return history.last(moment, after, before, limit);
    }
}
