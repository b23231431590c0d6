package tidings.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tidings.events.account.AccountEvent;
import tidings.events.channel.ChannelEvent;

/** Every event type there is, read off the sealed interfaces, so that none can be forgotten. */
public final class EventCatalogue {

    private static final Map<String, Class<?>> CLASS_BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, EventType> TYPE_BY_CLASS = new LinkedHashMap<>();

    static {
        Stream.of(ChannelEvent.class, AccountEvent.class)
                .flatMap(EventCatalogue::recordsOf)
                .forEach(EventCatalogue::register);
    }

    private EventCatalogue() {}

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCatalogue::recordsOf)
                : Stream.of(type);
    }

    private static void register(Class<?> event) {
        EventRevision revision = event.getAnnotation(EventRevision.class);
        if (revision == null) {
            throw new IllegalStateException(event + " has no @EventRevision");
        }
        if (CLASS_BY_NAME.put(event.getSimpleName(), event) != null) {
            throw new IllegalStateException("two events are named " + event.getSimpleName());
        }
        TYPE_BY_CLASS.put(event, new EventType(event.getSimpleName(), revision.value()));
    }

    /** All event records. */
    public static Collection<Class<?>> events() {
        return CLASS_BY_NAME.values();
    }

    /** The record of a type name, or empty when no such event is known to this build. */
    public static Optional<Class<?>> recordNamed(String name) {
        return Optional.ofNullable(CLASS_BY_NAME.get(name));
    }

    /** The current type of an event record, or empty when the class is no event. */
    public static Optional<EventType> typeOf(Class<?> event) {
        return Optional.ofNullable(TYPE_BY_CLASS.get(event));
    }
}
