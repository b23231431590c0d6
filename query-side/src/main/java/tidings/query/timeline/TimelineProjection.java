package tidings.query.timeline;

import java.util.List;
import org.springframework.stereotype.Component;
import tidings.events.RecordedEvent;
import tidings.events.channel.ChannelEvent;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Projection;
import tidings.query.projection.ViewStore;
import tidings.query.views.ViewTables;

/**
 * Messages: the new ones of a batch as one multi-row insert, then what happened to them. Nothing can happen to a
 * message before it stands in its channel, so the two steps keep the log's order.
 */
@Component
final class TimelineProjection implements Projection {

    private final NewMessages newMessages;
    private final MessageChanges changes;
    private final ReactionRows reactions;
    private final PinRows pins;

    TimelineProjection(ViewStore store) {
        this.newMessages = new NewMessages(store);
        this.changes = new MessageChanges(store);
        this.reactions = new ReactionRows(store);
        this.pins = new PinRows(store);
    }

    @Override
    public void apply(EventBatch batch, ViewTables tables) {
        List<RecordedEvent<ChannelEvent>> events = batch.of(ChannelEvent.class);
        newMessages.apply(events, tables);
        changes.apply(events, tables);
        reactions.apply(events, tables);
        pins.apply(events, tables);
    }
}
