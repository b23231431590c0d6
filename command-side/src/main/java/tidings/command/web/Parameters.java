package tidings.command.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/**
 * Reads what clients send. Ids are opaque to them: one in a path that cannot be an id is an id of nothing, and answered
 * as such.
 */
public final class Parameters {

    private Parameters() {}

    public static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw badFrame(name + " is missing");
        }
        return value;
    }

    public static ChannelId channelInPath(String text) {
        try {
            return ChannelId.parse(text);
        } catch (IllegalArgumentException noId) {
            throw notFound("no such channel");
        }
    }

    public static MessageId messageInPath(String text) {
        try {
            return MessageId.parse(text);
        } catch (IllegalArgumentException noId) {
            throw notFound("no such message");
        }
    }

    public static AccountId accountInPath(String text) {
        try {
            return AccountId.parse(text);
        } catch (IllegalArgumentException noId) {
            throw notFound("no such account");
        }
    }

    public static List<AccountId> accounts(@Nullable List<@Nullable String> texts, String name) {
        if (texts == null) {
            return List.of();
        }
        try {
            return texts.stream()
                    .map(text -> AccountId.parse(required(text, name)))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException noId) {
            throw badFrame(name + " has something that is no id");
        }
    }

    public static @Nullable MessageId optionalMessage(@Nullable String text, String name) {
        try {
            return text == null ? null : MessageId.parse(text);
        } catch (IllegalArgumentException noId) {
            throw badFrame(name + " is no id");
        }
    }

    public static ClientMessageId clientMessageId(@Nullable String text) {
        try {
            return new ClientMessageId(required(text, "clientMessageId"));
        } catch (IllegalArgumentException bad) {
            throw badFrame(String.valueOf(bad.getMessage()));
        }
    }

    public static CommandRefusedException notFound(String message) {
        return new CommandRefusedException(RejectionCode.NOT_FOUND, message);
    }

    public static CommandRefusedException badFrame(String message) {
        return new CommandRefusedException(RejectionCode.BAD_FRAME, message);
    }
}
