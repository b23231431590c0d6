package tidings.command.eventstore;

import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tidings.events.EventType;
import tidings.events.upcasting.UpcasterChain;
import tidings.events.upcasting.UpcasterChain.Typed;

/** Applies the events module's upcasters where Axon reads; what is of today's revision passes through unparsed. */
public final class EventUpcasting implements EventUpcaster {

    private final UpcasterChain chain;
    private final EventJson json;

    public EventUpcasting(UpcasterChain chain, EventJson json) {
        this.chain = chain;
        this.json = json;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.map(this::upcast);
    }

    private IntermediateEventRepresentation upcast(IntermediateEventRepresentation event) {
        EventType stored = typeOf(event.getType());
        if (!chain.reads(stored)) {
            return event;
        }
        // the revision reached does not depend on the data, but only the chain knows it
        Typed raised = chain.upcast(new Typed(
                stored, json.readMap((byte[]) event.getData(byte[].class).getData())));
        SimpleSerializedType type = new SimpleSerializedType(
                raised.type().name(), Integer.toString(raised.type().revision()));
        return event.upcastPayload(type, byte[].class, ignored -> json.write(raised.data()));
    }

    /** The data of an event as the log has it, in today's revision. */
    Typed upcast(EventType stored, byte[] data) {
        return chain.upcast(new Typed(stored, json.readMap(data)));
    }

    boolean reads(EventType stored) {
        return chain.reads(stored);
    }

    byte[] write(Typed event) {
        return json.write(event.data());
    }

    private static EventType typeOf(SerializedType type) {
        String revision = type.getRevision();
        return new EventType(type.getName(), revision == null ? 1 : Integer.parseInt(revision));
    }
}
