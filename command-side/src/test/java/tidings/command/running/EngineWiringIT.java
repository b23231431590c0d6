package tidings.command.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tidings.command.eventstore.NotifyingEventStore;

@CommandNodeTest
class EngineWiringIT {

    private final TransactionManager transactions;
    private final EventStore eventStore;

    @Autowired
    EngineWiringIT(TransactionManager transactions, EventStore eventStore) {
        this.transactions = transactions;
        this.eventStore = eventStore;
    }

    @Test
    void runsItsProcessorsInTransactionsOfSpring() {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void keepsEventsInItsOwnStore() {
        assertThat(eventStore).isInstanceOf(NotifyingEventStore.class);
    }
}
