package tidings.system.violations.command.hen;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tidings.system.violations.command.barn.Barn;

/** An aggregate that knows another feature (R5), changes without an event (R6) and reads the machine's clock (R10). */
class Hen {

    @AggregateIdentifier
    private UUID id = UUID.randomUUID();

    private int eggs;
    private Instant since = Instant.EPOCH;

    void handle(Barn barn) {
        eggs = barn.name().length();
    }

    @EventSourcingHandler
    void on(String hatched) {
        id = UUID.fromString(hatched);
        since = Instant.now();
    }

    String describe() {
        return id + " " + eggs + " " + since;
    }
}
