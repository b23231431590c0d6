package tidings.events.upcasting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tidings.events.EventType;

/** Applies upcasters one after the other until none fits: the event then has today's shape. */
public final class UpcasterChain {

    /** The upcasters of this build. */
    public static final UpcasterChain CURRENT =
            new UpcasterChain(List.of(new MessagePostedInThread(), new MessageEditedWithMentions()));

    private final Map<EventType, Upcaster> byInput = new HashMap<>();

    public UpcasterChain(List<Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            EventType input = new EventType(upcaster.name(), upcaster.fromRevision());
            if (byInput.put(input, upcaster) != null) {
                throw new IllegalArgumentException("two upcasters read " + input);
            }
        }
    }

    /** An event's type and data, before or after upcasting. */
    public record Typed(EventType type, Map<String, Object> data) {}

    /** Whether any upcaster reads this type: if not, its data needs no parsing on the way. */
    public boolean reads(EventType type) {
        return byInput.containsKey(type);
    }

    public Typed upcast(Typed event) {
        Typed current = event;
        for (Upcaster next = byInput.get(current.type()); next != null; next = byInput.get(current.type())) {
            EventType raised =
                    new EventType(next.resultingName(), current.type().revision() + 1);
            current = new Typed(raised, next.upcast(current.data()));
        }
        return current;
    }
}
