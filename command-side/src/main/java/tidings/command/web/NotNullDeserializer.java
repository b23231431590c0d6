package tidings.command.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Refuses a null that was sent. */
final class NotNullDeserializer extends DelegatingDeserializer {

    NotNullDeserializer(ValueDeserializer<?> deserializer) {
        super(deserializer);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
        return new NotNullDeserializer(deserializer);
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return refuseNull(this, context);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return _delegatee.getAbsentValue(context);
    }

    static @Nullable Object refuseNull(ValueDeserializer<?> deserializer, DeserializationContext context) {
        return context.reportInputMismatch(deserializer, "null is no value here");
    }
}
