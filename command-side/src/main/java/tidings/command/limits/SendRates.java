package tidings.command.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MAX_REMEMBERED = 200_000;

    private final Bucket<AccountId> accounts;
    private final Bucket<ChannelId> channels;
    private final LongSupplier nanoTime;

    SendRates(LimitProperties properties, LongSupplier nanoTime) {
        this.accounts = new Bucket<>(properties.accountSendsPerSecond(), properties.accountSendBurst());
        this.channels = new Bucket<>(properties.channelSendsPerSecond(), properties.channelSendBurst());
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

    /** Up to when what each key sent is paid for. */
    private static final class Bucket<K> {

        private final long interval;
        private final long tolerance;
        private final Cache<K, AtomicLong> paidUntil = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();

        Bucket(int perSecond, int burst) {
            this.interval = SECOND / perSecond;
            this.tolerance = interval * (burst - 1L) + SECOND;
        }

        /** Takes one and returns 0, or takes none and returns the nanoseconds until it may be had. */
        long take(K key, long now) {
            AtomicLong paid = paidUntil.get(key, fresh -> new AtomicLong(now));
            while (true) {
                long until = paid.get();
                long ahead = until - now;
                if (ahead > tolerance) {
                    return ahead - tolerance;
                }
                if (paid.compareAndSet(until, (ahead > 0 ? until : now) + interval)) {
                    return 0;
                }
            }
        }
    }
}
