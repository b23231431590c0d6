package tidings.command.ids;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;

/** Makes UUIDv7s (RFC 9562) that rise strictly within this node, also while the clock stands still or falls back. */
public final class IdFactory {

    private final TimeOrderedEpochFactory factory;

    public IdFactory(Clock clock) {
        SecureRandom random = new SecureRandom();
        this.factory = TimeOrderedEpochFactory.builder()
                .withClock(clock)
                .withIncrementPlus1()
                .withRandomFunction(random::nextLong)
                .build();
    }

    public UUID next() {
        return factory.create();
    }

    public AccountId nextAccountId() {
        return new AccountId(next());
    }

    public ChannelId nextChannelId() {
        return new ChannelId(next());
    }

    public MessageId nextMessageId() {
        return new MessageId(next());
    }
}
