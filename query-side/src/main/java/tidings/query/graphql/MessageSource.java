package tidings.query.graphql;

import java.util.List;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.TimelineQueries;

/** Messages of a channel, or replies to one of them. */
record MessageSource(TimelineQueries timeline, TimelineQueries.Scope scope) implements PageRequest.Source<MessageView> {

    @Override
    public List<MessageView> first(long after, long before, int limit) {
        return timeline.first(scope, after, before, limit);
    }

    @Override
    public List<MessageView> last(long after, long before, int limit) {
        return timeline.last(scope, after, before, limit);
    }
}
