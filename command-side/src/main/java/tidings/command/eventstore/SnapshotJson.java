package tidings.command.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedType;
import org.jspecify.annotations.Nullable;

/** Writes snapshots as the JSON of their types' records, under revisions of their own. */
final class SnapshotJson extends EventJson {

    private final Map<Class<?>, SnapshotType<?, ?>> byAggregate;
    private final Map<Class<?>, SnapshotType<?, ?>> byStored;
    private final Map<SerializedType, SnapshotType<?, ?>> byName;

    SnapshotJson(List<SnapshotType<?, ?>> types) {
        this.byAggregate = types.stream().collect(Collectors.toMap(SnapshotType::aggregate, Function.identity()));
        this.byStored = types.stream().collect(Collectors.toMap(SnapshotType::stored, Function.identity()));
        this.byName = types.stream().collect(Collectors.toMap(SnapshotType::serializedType, Function.identity()));
    }

    /** Snapshots of other revisions are passed over, and the whole stream is read instead. */
    boolean isCurrent(DomainEventData<?> snapshot) {
        return byName.containsKey(snapshot.getPayload().getType());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        SnapshotType<?, ?> snapshot = byName.get(type);
        return snapshot == null ? super.classForType(type) : snapshot.aggregate();
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        SnapshotType<?, ?> snapshot = type == null ? null : byStored.get(type);
        return snapshot == null ? super.typeForClass(type) : snapshot.serializedType();
    }

    @Override
    Object read(byte[] bytes, Class<?> type) {
        SnapshotType<?, ?> snapshot = byAggregate.get(type);
        return snapshot == null ? super.read(bytes, type) : snapshot.restored(super.read(bytes, snapshot.stored()));
    }
}
