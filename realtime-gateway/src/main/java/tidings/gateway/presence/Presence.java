package tidings.gateway.presence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.Broker;
import tidings.gateway.fanout.Topic;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.PresenceStatus;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.frame.ServerFrameWriter;
import tidings.gateway.health.Background;

/**
 * Shows people whether those who share a channel with them are there. A person is as present as the most present of all
 * devices on all gateways. Changes are told once per flush, one frame per person. Calls come from any thread, are
 * answered on none, and never block.
 */
public final class Presence {

    private static final ServerFrameWriter WRITER = new ServerFrameWriter();

    private final PresenceProperties properties;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final PresentAccounts accounts;
    private final Gossip gossip;
    private Set<PresentAccount> changed = new LinkedHashSet<>();

    /** {@code node} tells this gateway from the others; {@code thread} must run one task at a time. */
    public Presence(
            PresenceProperties properties, Broker broker, Clock clock, long node, ScheduledExecutorService thread) {
        this.properties = properties;
        this.clock = clock;
        this.thread = thread;
        this.accounts = new PresentAccounts(properties.maxChannelPeople());
        this.gossip = new Gossip(node, broker, properties, this::onUpdate);
        var subscribed = broker.subscribe(Topic.PRESENCE, this::onBroadcast);
        broker.onInterruption(() -> execute(() -> gossip.excuse(clock.millis())));
        long flushMs = properties.flushEvery().toMillis();
        var flushes = Background.every(thread, "the flush of presence", this::flush, flushMs);
    }

    private void execute(Runnable task) {
        thread.execute(() -> Background.run("a change of presence", task));
    }

    /** A device said hello. It is shown who is there. */
    public void arrived(Device device, Collection<ChannelId> channels) {
        Set<ChannelId> members = Set.copyOf(channels);
        execute(() -> {
            PresentAccount account = accounts.get(device.accountId());
            account.devices.putIfAbsent(device, PresenceStatus.ONLINE);
            settle(account, members);
            changed.add(account);
            showCompanions(account, List.of(device));
        });
    }

    private void showCompanions(PresentAccount account, Collection<Device> devices) {
        List<EncodedFrame> present = accounts.companions(account).stream()
                .filter(companion -> companion.shown != PresenceStatus.OFFLINE)
                .limit(properties.maxInitial())
                .map(Presence::frame)
                .toList();
        if (!present.isEmpty()) {
            devices.forEach(device -> device.show(present));
        }
    }

    /** A device's user is there or away. */
    public void changed(Device device, PresenceStatus status) {
        execute(() -> {
            PresentAccount account = accounts.find(device.accountId());
            if (account != null && account.devices.replace(device, status) != null) {
                changed.add(account);
            }
        });
    }

    /** A person with a device here became a member of a channel, or is one no more. */
    public void moved(AccountId id, ChannelId channelId, boolean member) {
        execute(() -> {
            PresentAccount account = accounts.find(id);
            if (account != null && !account.devices.isEmpty() && account.channels.contains(channelId) != member) {
                Set<ChannelId> channels = new HashSet<>(account.channels);
                if (member) {
                    channels.add(channelId);
                } else {
                    channels.remove(channelId);
                }
                settle(account, channels);
                changed.add(account);
                if (member) {
                    showCompanions(account, account.devices.keySet());
                }
            }
        });
    }

    /** A device is gone. */
    public void gone(Device device) {
        execute(() -> {
            PresentAccount account = accounts.find(device.accountId());
            if (account != null && account.devices.remove(device) != null) {
                account.goneSinceMs = clock.millis();
                changed.add(account);
            }
        });
    }

    private void settle(PresentAccount account, Set<ChannelId> channels) {
        if (!account.channels.equals(channels)) {
            accounts.move(account, channels);
            account.moved = true;
            account.showAgain = true;
        }
    }

    private void onBroadcast(Broadcast broadcast) {
        if (broadcast instanceof Broadcast.Gossip heard) {
            execute(() -> {
                GossipMessage message = GossipCodec.decode(heard.message());
                if (message != null) {
                    gossip.on(message, clock.millis());
                }
            });
        }
    }

    private void onUpdate(long node, PresenceUpdate update) {
        if (update.status() == PresenceStatus.OFFLINE) {
            PresentAccount account = accounts.find(update.id());
            if (account != null && account.elsewhere.remove(node) != null) {
                account.goneSinceMs = clock.millis();
                changed.add(account);
            }
            return;
        }
        PresentAccount account = accounts.get(update.id());
        account.elsewhere.put(node, update.status());
        if (!account.channels.equals(update.channels())) {
            accounts.move(account, update.channels());
            account.showAgain = true;
        }
        changed.add(account);
    }

    private void flush() {
        long now = clock.millis();
        Set<PresentAccount> batch = changed;
        changed = new LinkedHashSet<>();
        List<PresenceUpdate> news = new ArrayList<>();
        Map<Device, List<EncodedFrame>> shows = new LinkedHashMap<>();
        for (PresentAccount account : batch) {
            Background.run("an account's presence", () -> flush(account, now, news, shows));
        }
        shows.forEach((device, frames) -> Background.run("a presence shown", () -> device.show(frames)));
        gossip.tell(news);
        if (gossip.mustTellState(now)) {
            gossip.tellState(
                    accounts.all().stream()
                            .filter(account -> account.told != PresenceStatus.OFFLINE)
                            .map(Presence::update)
                            .toList(),
                    now);
        }
        gossip.tick(now);
    }

    private void flush(
            PresentAccount account, long now, List<PresenceUpdate> news, Map<Device, List<EncodedFrame>> shows) {
        PresenceStatus here = account.here();
        if (here != account.told || (account.moved && here != PresenceStatus.OFFLINE)) {
            account.told = here;
            news.add(update(account));
        }
        account.moved = false;
        show(account, now, shows);
    }

    private static PresenceUpdate update(PresentAccount account) {
        return new PresenceUpdate(
                account.id, account.told, account.told == PresenceStatus.OFFLINE ? Set.of() : account.channels);
    }

    private void show(PresentAccount account, long now, Map<Device, List<EncodedFrame>> shows) {
        PresenceStatus status = account.anywhere();
        if (status == PresenceStatus.OFFLINE
                && now - account.goneSinceMs < properties.grace().toMillis()) {
            changed.add(account);
            return;
        }
        if (status != account.shown || account.showAgain) {
            account.shown = status;
            account.showAgain = false;
            EncodedFrame frame = frame(account);
            for (PresentAccount companion : accounts.companions(account)) {
                for (Device device : companion.devices.keySet()) {
                    shows.computeIfAbsent(device, key -> new ArrayList<>()).add(frame);
                }
            }
        }
        if (status == PresenceStatus.OFFLINE) {
            accounts.forget(account);
        }
    }

    private static EncodedFrame frame(PresentAccount account) {
        return new EncodedFrame(WRITER.write(new ServerFrame.Presence(account.id, account.shown)));
    }

    /** Tells the other gateways that no account has a device here any more. {@code said} is called on presence's thread. */
    void leave(Runnable said) {
        execute(() -> {
            try {
                gossip.announceLeave();
            } finally {
                said.run();
            }
        });
    }

    /** Ends its thread; nothing is told any more. */
    public void close() {
        thread.shutdownNow();
    }
}
