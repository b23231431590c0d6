package tidings.gateway.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.eventlog.ChannelAccess;
import tidings.gateway.eventlog.EventLog;
import tidings.gateway.eventlog.EventPage;
import tidings.gateway.eventlog.Membership;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.Broker;
import tidings.gateway.fanout.Topic;
import tidings.gateway.frame.EventFrames;
import tidings.gateway.frame.ServerFrame;

/**
 * A truthful event log and an untruthful broker behind a network that delays, drops, doubles and reorders what it
 * carries, and loses its replay buffer now and then; all of it from one seed.
 */
public final class SimulatedNetwork implements Broker, EventLog {

    private final SimulatedLoop loop;
    private final Random random;
    private final double faults;
    private final Map<ChannelId, List<ServerFrame.Event>> log = new HashMap<>();
    private final Map<ChannelId, List<ServerFrame.Event>> buffer = new HashMap<>();
    private final Map<Topic, List<Listener>> listeners = new HashMap<>();
    private final List<Runnable> interruptions = new ArrayList<>();

    private boolean silent;
    private boolean throwing;

    /** While throwing, every question is answered by an exception of the call itself. */
    public void setThrowing(boolean throwing) {
        this.throwing = throwing;
    }

    private void throwIfAsked() {
        if (throwing) {
            throw new IllegalStateException("injected");
        }
    }

    /** While silent, whatever gateways tell one another is lost. */
    public void setSilent(boolean silent) {
        this.silent = silent;
    }

    /** {@code faults} is the chance of each fault, from 0 to 1. */
    public SimulatedNetwork(SimulatedLoop loop, Random random, double faults) {
        this.loop = loop;
        this.random = random;
        this.faults = faults;
    }

    private boolean fault() {
        return random.nextDouble() < faults;
    }

    private long delay() {
        return fault() ? random.nextLong(400_000) : 500 + random.nextLong(3_000);
    }

    /** Records an event and sends it on its uncertain way; answers its seq. */
    public long append(ChannelId channelId, AccountId actor) {
        return append(channelId, "MessagePosted", actor, "{}");
    }

    public long leave(ChannelId channelId, AccountId leaver) {
        return append(channelId, "MemberLeft", leaver, "{\"memberId\":\"" + leaver + "\"}");
    }

    /** Records an event that no broadcast ever tells of. */
    public long appendSilently(ChannelId channelId, AccountId actor) {
        return record(channelId, "MessagePosted", actor, "{}").seq();
    }

    /** The same with a text of so many characters. */
    public void appendSilently(ChannelId channelId, AccountId actor, int chars) {
        record(channelId, "MessagePosted", actor, "{\"body\":\"" + "x".repeat(chars) + "\"}");
    }

    /** A backup is restored: the log ends at a seq, and no broadcast says so. */
    public void restore(ChannelId channelId, long head) {
        List<ServerFrame.Event> events = log.getOrDefault(channelId, List.of());
        events.subList((int) head + 1, events.size()).clear();
    }

    private ServerFrame.Event record(ChannelId channelId, String type, AccountId actor, String data) {
        List<ServerFrame.Event> events = log.computeIfAbsent(channelId, id -> new ArrayList<>());
        ServerFrame.Event event = EventFrames.encode(
                channelId, events.size(), Instant.EPOCH, type, actor, data.getBytes(StandardCharsets.UTF_8));
        events.add(event);
        return event;
    }

    private long append(ChannelId channelId, String type, AccountId actor, String data) {
        ServerFrame.Event event = record(channelId, type, actor, data);
        if (fault()) {
            buffer.remove(channelId);
        }
        if (!fault()) {
            loop.after(delay(), () -> publish(channelId, event));
        }
        if (fault()) {
            loop.after(delay(), () -> publish(channelId, event));
        }
        return event.seq();
    }

    private void publish(ChannelId channelId, ServerFrame.Event event) {
        List<ServerFrame.Event> kept = buffer.computeIfAbsent(channelId, id -> new ArrayList<>());
        if (kept.isEmpty() || kept.getLast().seq() < event.seq()) {
            kept.add(event);
        }
        for (Listener listener : List.copyOf(listeners.getOrDefault(Topic.of(channelId), List.of()))) {
            if (!fault()) {
                loop.after(fault() ? delay() : 200, () -> listener.onBroadcast(new Broadcast.Recorded(event)));
            }
        }
    }

    public void interrupt() {
        interruptions.forEach(Runnable::run);
    }

    public long head(ChannelId channelId) {
        return log.getOrDefault(channelId, List.of()).size() - 1L;
    }

    private <T> CompletableFuture<T> answer(Supplier<T> answer) {
        throwIfAsked();
        CompletableFuture<T> future = new CompletableFuture<>();
        boolean fails = fault();
        loop.after(delay(), () -> {
            if (fails) {
                future.completeExceptionally(new IllegalStateException("simulated"));
            } else {
                future.complete(answer.get());
            }
        });
        return future;
    }

    @Override
    @SuppressWarnings("NullAway") // a Void future completes with null
    public CompletableFuture<Void> subscribe(Topic topic, Listener listener) {
        CompletableFuture<Void> confirmed = new CompletableFuture<>();
        loop.after(delay(), () -> {
            listeners.computeIfAbsent(topic, name -> new ArrayList<>()).add(listener);
            confirmed.complete(null);
        });
        return confirmed;
    }

    @Override
    public void unsubscribe(Topic topic, Listener listener) {
        listeners.getOrDefault(topic, new ArrayList<>()).remove(listener);
    }

    @Override
    public CompletableFuture<List<ServerFrame.Event>> replay(ChannelId channelId, long afterSeq, int limit) {
        return answer(() -> buffer.getOrDefault(channelId, List.of()).stream()
                .filter(event -> event.seq() > afterSeq)
                .limit(limit)
                .toList());
    }

    @Override
    public CompletableFuture<EventPage> readChannel(ChannelId channelId, long afterSeq) {
        return answer(() -> {
            List<ServerFrame.Event> events = log.getOrDefault(channelId, List.of());
            return new EventPage(
                    events.stream()
                            .filter(event -> event.seq() > afterSeq)
                            .limit(MAX_PAGE)
                            .toList(),
                    events.size() - 1L);
        });
    }

    @Override
    public CompletableFuture<Map<ChannelId, Long>> readHeads(Collection<ChannelId> channelIds) {
        List<ChannelId> wanted = List.copyOf(channelIds);
        return answer(() -> {
            Map<ChannelId, Long> heads = new HashMap<>();
            wanted.forEach(id -> heads.put(id, head(id)));
            return heads;
        });
    }

    @Override
    public CompletableFuture<List<Membership>> readMemberships(AccountId accountId, String sessionId) {
        return answer(() -> log.keySet().stream()
                .map(id -> new Membership(id, head(id), -1))
                .toList());
    }

    @Override
    public CompletableFuture<ChannelAccess> readAccess(AccountId accountId, ChannelId channelId) {
        return answer(() -> new ChannelAccess(log.containsKey(channelId), log.containsKey(channelId), head(channelId)));
    }

    @Override
    public void publish(Topic topic, Broadcast broadcast) {
        if (silent) {
            return;
        }
        for (Listener listener : List.copyOf(listeners.getOrDefault(topic, List.of()))) {
            if (!fault()) {
                loop.after(fault() ? delay() : 200, () -> listener.onBroadcast(broadcast));
            }
        }
    }

    @Override
    public void onInterruption(Runnable listener) {
        interruptions.add(listener);
    }

    @Override
    public boolean isConnected() {
        throwIfAsked();
        return true;
    }
}
