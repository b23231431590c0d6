package tidings.command.eventstore;

import java.util.function.Function;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * How a feature's aggregates are stored between events; declare one as a bean for each aggregate whose streams grow long.
 *
 * @param aggregate its simple name is the stream's type, and the snapshot's
 * @param revision raised whenever the shape or the meaning changes: snapshots of other revisions are passed over
 * @param stored a record that is written as JSON
 * @param take copies the state of an aggregate; its later changes do not show
 * @param restore makes the aggregate as it was
 */
public record SnapshotType<A, S>(
        Class<A> aggregate, int revision, Class<S> stored, Function<A, S> take, Function<S, A> restore) {

    String name() {
        return aggregate.getSimpleName();
    }

    SerializedType serializedType() {
        return new SimpleSerializedType(name(), Integer.toString(revision));
    }

    Object takeOf(Object root) {
        return take.apply(aggregate.cast(root));
    }

    Object restored(Object snapshot) {
        return restore.apply(stored.cast(snapshot));
    }
}
