package tidings.gateway.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.health.Background;

/**
 * The buckets of this gateway. Whether something is within its limits is decided at once, without a round trip; a few
 * times a second whatever could add up to too much is counted with the other gateways in one command. Thread-safe; no call blocks.
 */
public final class Limits {

    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
    private static final int USES_PER_COMMAND = 250;
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long REPORTS_PER_SWEEP = 100;

    private final LimitProperties properties;
    private final SharedCounts counts;
    private final LongSupplier nanos;
    private final Buckets<AccountId> users;
    private final Buckets<ChannelId> channels;
    private final Buckets<String> addressSends;
    private final Buckets<String> addressConnects;
    private final Map<String, Integer> connections = new ConcurrentHashMap<>();
    private boolean counted = true;
    private long reports;

    public Limits(LimitProperties properties, SharedCounts counts, LongSupplier nanos, ScheduledExecutorService timer) {
        this.properties = properties;
        this.counts = counts;
        this.nanos = nanos;
        this.users = new Buckets<>("u:", new Rate(properties.userSendsPerSecond(), properties.userSendBurst()));
        this.channels =
                new Buckets<>("c:", new Rate(properties.channelSendsPerSecond(), properties.channelSendBurst()));
        this.addressSends =
                new Buckets<>("s:", new Rate(properties.addressSendsPerSecond(), properties.addressSendBurst()));
        this.addressConnects =
                new Buckets<>("n:", new Rate(properties.addressConnectsPerSecond(), properties.addressConnectBurst()));
        long everyMs = properties.reportEvery().toMillis();
        var unused = Background.every(timer, "the report of limits", this::report, everyMs);
    }

    /** How many commands a user may send each second for long. */
    public int userSendsPerSecond() {
        return properties.userSendsPerSecond();
    }

    /** Lets a command through and returns 0, or returns the milliseconds, at least 1, until it is worth a try. */
    public long command(AccountId accountId, ChannelId channelId, ClientAddress address) {
        long now = nanos.getAsLong();
        long waitMs = users.take(accountId, now);
        if (waitMs == 0) {
            waitMs = channels.take(channelId, now);
        }
        if (waitMs == 0 && address.limited()) {
            waitMs = addressSends.take(address.key(), now);
        }
        return waitMs;
    }

    /** Whether one more socket from there is within the limits; then it counts until {@link #disconnected}. */
    public boolean connected(ClientAddress address) {
        if (!address.limited()) {
            return true;
        }
        if (addressConnects.take(address.key(), nanos.getAsLong()) > 0) {
            return false;
        }
        boolean[] admitted = new boolean[1];
        connections.compute(address.key(), (key, open) -> {
            int before = open == null ? 0 : open;
            admitted[0] = before < properties.maxConnectionsPerAddress();
            return admitted[0] ? Integer.valueOf(before + 1) : open;
        });
        return admitted[0];
    }

    public void disconnected(ClientAddress address) {
        if (address.limited()) {
            connections.computeIfPresent(address.key(), (key, open) -> open == 1 ? null : open - 1);
        }
    }

    /** How many users, channels and addresses have a bucket. */
    int size() {
        return all().mapToInt(Buckets::size).sum();
    }

    private void report() {
        long now = nanos.getAsLong();
        List<Bucket> used = new ArrayList<>();
        List<SharedCounts.Use> uses = new ArrayList<>();
        all().forEach(kind -> kind.forEach(bucket -> {
            int count = bucket.report(now);
            if (count > 0) {
                used.add(bucket);
                uses.add(new SharedCounts.Use(
                        bucket.key(), bucket.rate().perSecond(), bucket.rate().burst(), count));
            }
        }));
        for (int from = 0; from < uses.size(); from += USES_PER_COMMAND) {
            int to = Math.min(uses.size(), from + USES_PER_COMMAND);
            count(used.subList(from, to), uses.subList(from, to));
        }
        if (++reports % REPORTS_PER_SWEEP == 0) {
            all().forEach(kind -> kind.forgetIdleSince(now - IDLE_NANOS));
        }
    }

    private Stream<Buckets<?>> all() {
        return Stream.of(users, channels, addressSends, addressConnects);
    }

    private void count(List<Bucket> used, List<SharedCounts.Use> uses) {
        var unused = counts.add(uses).whenComplete((overdrawn, failure) -> {
            if (counted != (failure == null)) {
                counted = failure == null;
                LOG.info("limits are counted {}", counted ? "with the other gateways" : "by this gateway alone");
            }
            if (failure != null) {
                return;
            }
            long now = nanos.getAsLong();
            for (int i = 0; i < used.size(); i++) {
                if (overdrawn.get(i) > 0) {
                    used.get(i).close(now, overdrawn.get(i));
                }
            }
        });
    }
}
