package tidings.query.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.MessageId;

/** A message that is to be inserted, written here or imported. */
record NewMessage(
        UUID channel,
        long seq,
        MessageId id,
        UUID author,
        String body,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable MessageId replyTo,
        MessageRelations relations) {}
