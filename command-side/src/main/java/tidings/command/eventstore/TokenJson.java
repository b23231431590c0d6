package tidings.command.eventstore;

import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Writes the positions of those who follow the log, under a name of our own. Axon's Jackson 3 serializer would write
 * class names, and cannot read all of its tokens back.
 */
public final class TokenJson extends EventJson {

    private static final SerializedType TOKEN = new SimpleSerializedType("GapAwareTrackingToken", null);

    /**
     * A place in the log.
     *
     * @param index the highest index read
     * @param gaps lower indices that were not there yet
     */
    record Position(long index, SortedSet<Long> gaps) {}

    @Override
    public Class<?> classForType(SerializedType type) {
        return TOKEN.getName().equals(type.getName()) ? GapAwareTrackingToken.class : super.classForType(type);
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        return type == GapAwareTrackingToken.class ? TOKEN : super.typeForClass(type);
    }

    @Override
    Object written(Object object) {
        return object instanceof GapAwareTrackingToken token
                ? new Position(token.getIndex(), token.getGaps())
                : super.written(object);
    }

    @Override
    Object read(byte[] bytes, Class<?> type) {
        if (type != GapAwareTrackingToken.class) {
            return super.read(bytes, type);
        }
        Position position = (Position) super.read(bytes, Position.class);
        return GapAwareTrackingToken.newInstance(position.index(), new TreeSet<>(position.gaps()));
    }
}
