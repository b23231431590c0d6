package tidings.gateway.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Everybody who is present anywhere, and who shares a channel with whom. Confined to presence's thread. */
final class People {

    private final int maxChannelPeople;
    private final Map<AccountId, Person> people = new HashMap<>();
    private final Map<ChannelId, Set<Person>> byChannel = new HashMap<>();

    People(int maxChannelPeople) {
        this.maxChannelPeople = maxChannelPeople;
    }

    @Nullable Person find(AccountId id) {
        return people.get(id);
    }

    Person get(AccountId id) {
        return people.computeIfAbsent(id, Person::new);
    }

    Collection<Person> all() {
        return people.values();
    }

    void move(Person person, Set<ChannelId> channels) {
        for (ChannelId left : person.channels) {
            if (!channels.contains(left)) {
                Set<Person> others = byChannel.get(left);
                if (others != null && others.remove(person) && others.isEmpty()) {
                    byChannel.remove(left);
                }
            }
        }
        for (ChannelId channelId : channels) {
            byChannel.computeIfAbsent(channelId, id -> new HashSet<>(4)).add(person);
        }
        person.channels = Set.copyOf(channels);
    }

    void forget(Person person) {
        move(person, Set.of());
        people.remove(person.id);
    }

    /** Whoever is present and shares a channel that is not too large. */
    Set<Person> companions(Person person) {
        Set<Person> companions = new LinkedHashSet<>();
        for (ChannelId channelId : person.channels) {
            Set<Person> others = byChannel.getOrDefault(channelId, Set.of());
            if (others.size() <= maxChannelPeople) {
                companions.addAll(others);
            }
        }
        companions.remove(person);
        return companions;
    }
}
