package tidings.command.imports;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;

/** What the import calls take. A call is refused as a whole where its shape is wrong. */
final class ImportRequests {

    private static final int MAX_SOURCE_ID = 190;
    private static final int MAX_SOURCE = 32;

    private ImportRequests() {}

    record Accounts(@Nullable String source, @Nullable List<@Nullable NewAccount> accounts) {}

    record NewAccount(
            @Nullable String sourceId,
            @Nullable String username,
            @Nullable String displayName,
            boolean bot) {}

    record Channels(@Nullable String source, @Nullable List<@Nullable NewChannel> channels) {}

    record NewChannel(
            @Nullable String sourceId,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable String name,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable String topic,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable String description,
            @Nullable Visibility visibility,
            @Nullable List<String> memberIds,
            @Nullable Boolean archived) {

        boolean isArchived() {
            return Boolean.TRUE.equals(archived);
        }

        List<AccountId> members() {
            List<AccountId> members = required(memberIds, "memberIds").stream()
                    .map(ImportRequests::account)
                    .distinct()
                    .toList();
            if (members.isEmpty()) {
                throw badFrame("a channel has at least one member");
            }
            return members;
        }
    }

    record Messages(
            @Nullable String source,
            @Nullable String channelId,
            @Nullable List<@Nullable NewMessage> messages) {}

    record NewMessage(
            @Nullable String clientMessageId,
            @Nullable String authorId,
            @Nullable String writtenAt,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable String editedAt,
            @Nullable String body,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable Target replyTo,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable List<Reaction> reactions) {}

    record Target(@Nullable String authorId, @Nullable String clientMessageId) {}

    record Reaction(@Nullable String emoji, @Nullable List<String> authorIds) {}

    static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw badFrame(name + " is missing");
        }
        return value;
    }

    /** Printable ASCII, such as {@code slack}. */
    static String source(@Nullable String source) {
        String text = required(source, "source");
        if (text.isEmpty() || text.length() > MAX_SOURCE || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw badFrame("source has 1 to " + MAX_SOURCE + " printable ASCII characters");
        }
        return text;
    }

    static String sourceId(@Nullable String sourceId) {
        String text = required(sourceId, "sourceId");
        if (text.isEmpty() || text.length() > MAX_SOURCE_ID) {
            throw badFrame("sourceId has 1 to " + MAX_SOURCE_ID + " characters");
        }
        return text;
    }

    static <T> List<T> bounded(@Nullable List<@Nullable T> items, int max, String name) {
        List<@Nullable T> all = required(items, name);
        if (all.size() > max) {
            throw new CommandRefusedException(RejectionCode.TOO_LARGE, "at most " + max + " " + name);
        }
        if (all.stream().anyMatch(Objects::isNull)) {
            throw badFrame(name + " has a null");
        }
        return all.stream().map(Objects::requireNonNull).toList();
    }

    static AccountId account(@Nullable String id) {
        try {
            return AccountId.parse(required(id, "an account's id"));
        } catch (IllegalArgumentException noId) {
            throw badFrame("an account's id is no id");
        }
    }

    static CommandRefusedException badFrame(String message) {
        return new CommandRefusedException(RejectionCode.BAD_FRAME, message);
    }
}
