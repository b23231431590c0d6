package tidings.gateway.commandside;

import java.util.UUID;
import tidings.command.contract.RecordedEvent;

/** Where events go after they are recorded, as the real relay sends them to Kafka. */
public interface EventRelay {

    void relay(String streamType, UUID streamId, RecordedEvent event);
}
