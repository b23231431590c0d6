package tidings.command.eventstore;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.Channel;
import tidings.command.channel.ChannelSnapshot;

/** Writes the snapshots of channels: the JSON of {@link ChannelSnapshot}, under its own revision. */
public final class SnapshotJson extends EventJson {

    private static final SerializedType CHANNEL =
            new SimpleSerializedType("Channel", Integer.toString(ChannelSnapshot.REVISION));

    /** Snapshots of other revisions are passed over, and the whole stream is read instead. */
    static boolean isCurrent(DomainEventData<?> snapshot) {
        return CHANNEL.equals(snapshot.getPayload().getType());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return CHANNEL.equals(type) ? Channel.class : super.classForType(type);
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        return type == ChannelSnapshot.class ? CHANNEL : super.typeForClass(type);
    }

    @Override
    Object read(byte[] bytes, Class<?> type) {
        return type == Channel.class
                ? ((ChannelSnapshot) super.read(bytes, ChannelSnapshot.class)).restore()
                : super.read(bytes, type);
    }
}
