package tidings.system.history;

import java.util.ArrayList;
import java.util.List;

/** All observations of a run, those of one client in the order in which it made them. */
public final class History {

    private final List<Observation> observations = new ArrayList<>();

    public synchronized void add(Observation observation) {
        observations.add(observation);
    }

    public synchronized List<Observation> observations() {
        return List.copyOf(observations);
    }

    public <T extends Observation> List<T> all(Class<T> kind) {
        return observations().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
