package tidings.command.limits;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome.Rejected;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * How quickly one account may send commands, and one channel take them: counted where they are decided, so that sockets and
 * REST draw on the same allowance. The generic cell rate algorithm, in this node's memory; a channel's commands all come to
 * one node. Beside the burst there is room for what gateways let through in a second: what they have allowed and a stall has
 * held up is not refused. Thread-safe; never blocks.
 */
public final class SendRates {

    private final RatePerKey<AccountId> accounts;
    private final RatePerKey<ChannelId> channels;
    private final LongSupplier nanoTime;

    SendRates(LimitProperties properties, LongSupplier nanoTime) {
        this.accounts = new RatePerKey<>(properties.accountSendsPerSecond(), properties.accountSendBurst());
        this.channels = new RatePerKey<>(properties.channelSendsPerSecond(), properties.channelSendBurst());
        this.nanoTime = nanoTime;
    }

    /** Counts a command; empty when it may be decided now, otherwise when it is worth another try. */
    private Optional<Rejected> refusal(AccountId accountId, ChannelId channelId) {
        long now = nanoTime.getAsLong();
        long ofAccount = accounts.take(accountId, now);
        long wait = ofAccount > 0 ? ofAccount : channels.take(channelId, now);
        return wait == 0
                ? Optional.empty()
                : Optional.of(new Rejected(
                        RejectionCode.RATE_LIMITED,
                        "too much at once",
                        Duration.ofNanos(wait).plusMillis(1)));
    }

    /** @throws CommandRefusedException RATE_LIMITED when there is something to wait for */
    public void require(AccountId accountId, ChannelId channelId) {
        Optional<Rejected> refusal = refusal(accountId, channelId);
        if (refusal.isPresent()) {
            throw CommandRefusedException.of(refusal.get());
        }
    }
}
