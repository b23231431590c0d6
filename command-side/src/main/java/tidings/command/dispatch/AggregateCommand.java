package tidings.command.dispatch;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command to one aggregate: its id routes it. */
public interface AggregateCommand {

    @TargetAggregateIdentifier
    UUID aggregateId();
}
