package tidings.gateway.rehearsal;

import java.util.UUID;

/** Names for whoever and whatever exists in a rehearsal only. */
final class RehearsalIdFactory {

    private RehearsalIdFactory() {}

    static UUID next() {
        return UUID.randomUUID();
    }
}
