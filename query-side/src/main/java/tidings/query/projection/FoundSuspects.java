package tidings.query.projection;

import java.util.ArrayList;
import java.util.List;

/** The suspects of one transaction. */
final class FoundSuspects {

    private final List<Suspect> suspects = new ArrayList<>();

    void add(Suspect suspect) {
        suspects.add(suspect);
    }

    List<Suspect> all() {
        return suspects;
    }
}
