package tidings.query.projection;

import java.util.List;
import java.util.UUID;
import tidings.events.RecordedEvent;
import tidings.events.log.LogEvent;

/** Events to apply, in the order of the log: gap-free within each stream. */
public record EventBatch(List<LogEvent> events) {

    public EventBatch {
        events = List.copyOf(events);
    }

    /** The events of one family, such as {@code ChannelEvent}, in order. */
    public <E> List<RecordedEvent<E>> of(Class<E> family) {
        return events.stream()
                .filter(event -> family.isInstance(event.recorded().event()))
                .map(event -> narrowed(event.recorded(), family))
                .toList();
    }

    /** The part that belongs to one stream. */
    public EventBatch ofStream(UUID streamId) {
        return new EventBatch(events.stream()
                .filter(event -> event.recorded().streamId().equals(streamId))
                .toList());
    }

    private static <E> RecordedEvent<E> narrowed(RecordedEvent<?> recorded, Class<E> family) {
        return new RecordedEvent<>(
                recorded.streamId(), recorded.seq(), recorded.at(), recorded.actorId(), family.cast(recorded.event()));
    }
}
