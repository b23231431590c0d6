package tidings.events;

import java.util.UUID;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;

/** The ids in the golden files. */
final class ExampleIds {

    private static final UUID ID = UUID.fromString("0198c2a0-0000-7000-8000-000000000001");
    static final MessageId MESSAGE = new MessageId(ID);
    static final AccountId ACCOUNT = new AccountId(UUID.fromString("0198c2a0-0000-7000-8000-0000000000aa"));
    static final ChannelId CHANNEL = new ChannelId(UUID.fromString("0198c2a0-0000-7000-8000-0000000000cc"));
    static final MessageId EARLIER = new MessageId(UUID.fromString("0198c2a0-0000-7000-8000-000000000000"));

    private ExampleIds() {}
}
