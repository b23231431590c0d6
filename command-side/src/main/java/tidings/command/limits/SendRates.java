package tidings.command.limits;

import java.time.Duration;
import java.util.function.LongSupplier;
import tidings.command.dispatch.CommandRefused;
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

    static final String REFUSAL = "too much at once";

    private final CellRateLimiter<AccountId> accounts;
    private final CellRateLimiter<ChannelId> channels;
    private final LongSupplier nanoTime;

    SendRates(LimitProperties properties, LongSupplier nanoTime) {
        this.accounts = new CellRateLimiter<>(properties.accountSendsPerSecond(), properties.accountSendBurst());
        this.channels = new CellRateLimiter<>(properties.channelSendsPerSecond(), properties.channelSendBurst());
        this.nanoTime = nanoTime;
    }

    /** Counts a command, and answers how long to wait before it is worth a try; zero when it may be decided now. */
    public Duration take(AccountId accountId, ChannelId channelId) {
        long now = nanoTime.getAsLong();
        long wait = accounts.take(accountId, now);
        return Duration.ofNanos(wait > 0 ? wait : channels.take(channelId, now));
    }

    /** @throws CommandRefused RATE_LIMITED when there is something to wait for */
    public void require(AccountId accountId, ChannelId channelId) {
        Duration wait = take(accountId, channelId);
        if (!wait.isZero()) {
            throw new CommandRefused(RejectionCode.RATE_LIMITED, REFUSAL, wait.plusMillis(1));
        }
    }
}
