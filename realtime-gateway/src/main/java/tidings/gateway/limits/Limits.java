package tidings.gateway.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * The buckets of this gateway. Whether something is within its limits is decided at once, without a round trip; a few
 * times a second what was used is counted with the other gateways in one command. Thread-safe; no call blocks.
 */
public final class Limits {

    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
    private static final int USES_PER_COMMAND = 250;
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long REPORTS_PER_SWEEP = 100;

    private final LimitProperties properties;
    private final SharedCounts counts;
    private final LongSupplier nanos;
    private final Map<AccountId, Bucket> users = new ConcurrentHashMap<>();
    private final Map<String, Bucket> addresses = new ConcurrentHashMap<>();
    private final Map<ChannelId, Bucket> channels = new ConcurrentHashMap<>();
    private final Map<String, Integer> connections = new ConcurrentHashMap<>();
    private boolean counted = true;
    private long reports;

    public Limits(LimitProperties properties, SharedCounts counts, LongSupplier nanos, ScheduledExecutorService timer) {
        this.properties = properties;
        this.counts = counts;
        this.nanos = nanos;
        long everyMs = properties.reportEvery().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::reportSafely, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    /** How many commands a user may send each second for long. */
    public int userSendsPerSecond() {
        return properties.userSendsPerSecond();
    }

    /** Lets a command through and returns 0, or returns the milliseconds, at least 1, until it is worth a try. */
    public long command(AccountId accountId, ChannelId channelId, ClientAddress address) {
        long now = nanos.getAsLong();
        long waitMs = user(accountId).take(now);
        if (waitMs == 0) {
            waitMs = channel(channelId).take(now);
        }
        if (waitMs == 0 && address.limited()) {
            waitMs = ofAddress("s:", address, properties.addressSendsPerSecond(), properties.addressSendBurst())
                    .take(now);
        }
        return waitMs;
    }

    private Bucket user(AccountId accountId) {
        Bucket known = users.get(accountId);
        return known != null
                ? known
                : users.computeIfAbsent(
                        accountId,
                        id -> new Bucket(
                                "u:" + id,
                                new Bucket.Rate(properties.userSendsPerSecond(), properties.userSendBurst())));
    }

    private Bucket channel(ChannelId channelId) {
        Bucket known = channels.get(channelId);
        return known != null
                ? known
                : channels.computeIfAbsent(
                        channelId,
                        id -> new Bucket(
                                "c:" + id,
                                new Bucket.Rate(properties.channelSendsPerSecond(), properties.channelSendBurst())));
    }

    private Bucket ofAddress(String kind, ClientAddress address, int perSecond, int burst) {
        return addresses.computeIfAbsent(
                kind + address.key(), key -> new Bucket(key, new Bucket.Rate(perSecond, burst)));
    }

    /** Whether one more socket from there is within the limits; then it counts until {@link #disconnected}. */
    public boolean connected(ClientAddress address) {
        if (!address.limited()) {
            return true;
        }
        long waitMs = ofAddress("n:", address, properties.addressConnectsPerSecond(), properties.addressConnectBurst())
                .take(nanos.getAsLong());
        if (waitMs > 0) {
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
        return users.size() + channels.size() + addresses.size();
    }

    private void reportSafely() {
        try {
            report();
        } catch (RuntimeException e) {
            LOG.warn("What was used could not be reported", e);
        }
    }

    private void report() {
        List<Bucket> used = new ArrayList<>();
        List<SharedCounts.Use> uses = new ArrayList<>();
        collect(users.values(), used, uses);
        collect(addresses.values(), used, uses);
        collect(channels.values(), used, uses);
        for (int from = 0; from < uses.size(); from += USES_PER_COMMAND) {
            int to = Math.min(uses.size(), from + USES_PER_COMMAND);
            count(used.subList(from, to), uses.subList(from, to));
        }
        if (++reports % REPORTS_PER_SWEEP == 0) {
            long idle = nanos.getAsLong() - IDLE_NANOS;
            users.values().removeIf(bucket -> bucket.idleSince(idle));
            addresses.values().removeIf(bucket -> bucket.idleSince(idle));
            channels.values().removeIf(bucket -> bucket.idleSince(idle));
        }
    }

    private static void collect(Iterable<Bucket> buckets, List<Bucket> used, List<SharedCounts.Use> uses) {
        for (Bucket bucket : buckets) {
            int count = bucket.report();
            if (count > 0) {
                used.add(bucket);
                uses.add(new SharedCounts.Use(
                        bucket.key(), bucket.rate().perSecond(), bucket.rate().burst(), count));
            }
        }
    }

    private void count(List<Bucket> used, List<SharedCounts.Use> uses) {
        var unused = counts.add(uses).whenComplete((overdrawn, failure) -> {
            if (counted != (failure == null)) {
                counted = failure == null;
                LOG.info("Limits are counted {}", counted ? "with the other gateways" : "by this gateway alone");
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
