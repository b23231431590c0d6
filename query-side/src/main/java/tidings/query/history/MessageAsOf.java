package tidings.query.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;

/** A message as it stood at a moment; deleted since then means: it stood, and its body is null. */
public record MessageAsOf(
        MessageId id,
        long seq,
        AccountId authorId,
        @Nullable String body,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable MessageId replyToId) {}
