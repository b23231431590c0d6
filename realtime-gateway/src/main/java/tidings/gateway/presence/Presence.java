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
    private final People people;
    private final Gossip gossip;
    private Set<Person> changed = new LinkedHashSet<>();

    /** {@code node} tells this gateway from the others; {@code thread} must run one task at a time. */
    public Presence(
            PresenceProperties properties, Broker broker, Clock clock, long node, ScheduledExecutorService thread) {
        this.properties = properties;
        this.clock = clock;
        this.thread = thread;
        this.people = new People(properties.maxChannelPeople());
        this.gossip = new Gossip(node, broker, properties, this::onEntry);
        var subscribed = broker.subscribe(Topic.PRESENCE, this::onBroadcast);
        broker.onInterruption(() -> execute(() -> gossip.excuse(clock.millis())));
        long flushMs = properties.flushEvery().toMillis();
        var flushes = Background.every(thread, "the flush of presence", this::flush, flushMs);
    }

    private void execute(Runnable task) {
        thread.execute(() -> Background.run("a change of presence", task));
    }

    /** A device said hello. It is shown who is there. */
    public void arrived(Watcher device, Collection<ChannelId> channels) {
        Set<ChannelId> members = Set.copyOf(channels);
        execute(() -> {
            Person person = people.get(device.accountId());
            person.devices.putIfAbsent(device, PresenceStatus.ONLINE);
            settle(person, members);
            changed.add(person);
            showCompanions(person, List.of(device));
        });
    }

    private void showCompanions(Person person, Collection<Watcher> devices) {
        List<EncodedFrame> present = people.companions(person).stream()
                .filter(companion -> companion.shown != PresenceStatus.OFFLINE)
                .limit(properties.maxInitial())
                .map(Presence::frame)
                .toList();
        if (!present.isEmpty()) {
            devices.forEach(device -> device.show(present));
        }
    }

    /** A device's user is there or away. */
    public void changed(Watcher device, PresenceStatus status) {
        execute(() -> {
            Person person = people.find(device.accountId());
            if (person != null && person.devices.replace(device, status) != null) {
                changed.add(person);
            }
        });
    }

    /** A person with a device here became a member of a channel, or is one no more. */
    public void moved(AccountId id, ChannelId channelId, boolean member) {
        execute(() -> {
            Person person = people.find(id);
            if (person != null && !person.devices.isEmpty() && person.channels.contains(channelId) != member) {
                Set<ChannelId> channels = new HashSet<>(person.channels);
                if (member) {
                    channels.add(channelId);
                } else {
                    channels.remove(channelId);
                }
                settle(person, channels);
                changed.add(person);
                if (member) {
                    showCompanions(person, person.devices.keySet());
                }
            }
        });
    }

    /** A device is gone. */
    public void gone(Watcher device) {
        execute(() -> {
            Person person = people.find(device.accountId());
            if (person != null && person.devices.remove(device) != null) {
                person.goneSinceMs = clock.millis();
                changed.add(person);
            }
        });
    }

    private void settle(Person person, Set<ChannelId> channels) {
        if (!person.channels.equals(channels)) {
            people.move(person, channels);
            person.moved = true;
            person.showAgain = true;
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

    private void onEntry(long node, Entry entry) {
        if (entry.status() == PresenceStatus.OFFLINE) {
            Person person = people.find(entry.id());
            if (person != null && person.elsewhere.remove(node) != null) {
                person.goneSinceMs = clock.millis();
                changed.add(person);
            }
            return;
        }
        Person person = people.get(entry.id());
        person.elsewhere.put(node, entry.status());
        if (!person.channels.equals(entry.channels())) {
            people.move(person, entry.channels());
            person.showAgain = true;
        }
        changed.add(person);
    }

    private void flush() {
        long now = clock.millis();
        Set<Person> batch = changed;
        changed = new LinkedHashSet<>();
        List<Entry> news = new ArrayList<>();
        Map<Watcher, List<EncodedFrame>> shows = new LinkedHashMap<>();
        for (Person person : batch) {
            Background.run("a person's presence", () -> flush(person, now, news, shows));
        }
        shows.forEach((device, frames) -> Background.run("a presence shown", () -> device.show(frames)));
        gossip.tell(news);
        if (gossip.mustTellState(now)) {
            gossip.tellState(
                    people.all().stream()
                            .filter(person -> person.told != PresenceStatus.OFFLINE)
                            .map(Presence::entry)
                            .toList(),
                    now);
        }
        gossip.tick(now);
    }

    private void flush(Person person, long now, List<Entry> news, Map<Watcher, List<EncodedFrame>> shows) {
        PresenceStatus here = person.here();
        if (here != person.told || (person.moved && here != PresenceStatus.OFFLINE)) {
            person.told = here;
            news.add(entry(person));
        }
        person.moved = false;
        show(person, now, shows);
    }

    private static Entry entry(Person person) {
        return new Entry(person.id, person.told, person.told == PresenceStatus.OFFLINE ? Set.of() : person.channels);
    }

    private void show(Person person, long now, Map<Watcher, List<EncodedFrame>> shows) {
        PresenceStatus status = person.anywhere();
        if (status == PresenceStatus.OFFLINE
                && now - person.goneSinceMs < properties.grace().toMillis()) {
            changed.add(person);
            return;
        }
        if (status != person.shown || person.showAgain) {
            person.shown = status;
            person.showAgain = false;
            EncodedFrame frame = frame(person);
            for (Person companion : people.companions(person)) {
                for (Watcher device : companion.devices.keySet()) {
                    shows.computeIfAbsent(device, key -> new ArrayList<>()).add(frame);
                }
            }
        }
        if (status == PresenceStatus.OFFLINE) {
            people.forget(person);
        }
    }

    private static EncodedFrame frame(Person person) {
        return new EncodedFrame(WRITER.write(new ServerFrame.Presence(person.id, person.shown)));
    }

    /** Tells the other gateways that nobody is here any more. {@code said} is called on presence's thread. */
    void leave(Runnable said) {
        execute(() -> {
            try {
                gossip.tellGoodbye();
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
