package tidings.system.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All observations of a run, those of one client in the order in which it made them. */
public final class History {

    private final List<Observation> observations = new ArrayList<>();

    public synchronized void add(Observation observation) {
        observations.add(observation);
    }

    public synchronized List<Observation> observations() {
        return List.copyOf(observations);
    }

    /** The channels that somebody observed anything of. */
    public Set<String> channels() {
        return observations().stream().map(Observation::channelId).collect(Collectors.toSet());
    }

    public synchronized int size() {
        return observations.size();
    }

    public <T extends Observation> List<T> all(Class<T> kind) {
        return observations().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
