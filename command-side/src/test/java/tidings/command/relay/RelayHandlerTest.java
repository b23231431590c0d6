package tidings.command.relay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import tidings.command.eventstore.EventJson;
import tidings.events.account.AccountEvent;

class RelayHandlerTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void sendsNothingAfterAnEventThatKafkaDidNotTake() {
        try (KafkaSink nowhere = new KafkaSink("127.0.0.1:1", SHORT)) {
            RelayHandler handler = new RelayHandler(
                    DefaultKafkaMessageConverter.builder()
                            .serializer(new EventJson())
                            .build(),
                    nowhere,
                    "events",
                    new RelayProperties(10, Duration.ZERO, SHORT, SHORT));
            UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
            assertThatThrownBy(() -> handler.handle(new GenericDomainEventMessage<>(
                            "Account", UUID.randomUUID().toString(), 0, new AccountEvent.SessionEnded("a session"))))
                    .isInstanceOf(KafkaException.class);
            batch.rollback();
        }
    }
}
