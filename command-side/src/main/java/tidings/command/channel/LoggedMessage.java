package tidings.command.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;

/** What is to be known of a message to decide about it. */
public record LoggedMessage(
        MessageId messageId,
        AccountId authorId,
        @JsonProperty("mark") EventPosition position) {}
