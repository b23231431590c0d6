package tidings.command.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Sends each event of a batch, and has the batch's unit of work wait once, before it commits the position, until Kafka
 * has all of them. When one fails, the unit of work is rolled back and the batch is read and sent again.
 */
final class RelayHandler implements EventMessageHandler {

    private static final String SENDS = RelayHandler.class.getName();

    private final DefaultKafkaMessageConverter converter;
    private final KafkaSink sink;
    private final String topic;
    private final RelayProperties properties;

    RelayHandler(DefaultKafkaMessageConverter converter, KafkaSink sink, String topic, RelayProperties properties) {
        this.converter = converter;
        this.sink = sink;
        this.topic = topic;
        this.properties = properties;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        List<Future<RecordMetadata>> sends = unitOfWork.getOrComputeResource(SENDS, key -> begin(unitOfWork));
        Future<RecordMetadata> send = sink.send(converter.createKafkaMessage(event, topic));
        if (send.state() == Future.State.FAILED) {
            // whatever came after it would come before it: nothing more of this batch may leave
            throw new KafkaException("Kafka did not take an event", send.exceptionNow());
        }
        sends.add(send);
        return null;
    }

    private List<Future<RecordMetadata>> begin(UnitOfWork<?> unitOfWork) {
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        long begun = System.nanoTime();
        unitOfWork.onPrepareCommit(ending -> {
            await(sends);
            awaitWindow(begun, sends.size());
        });
        unitOfWork.onRollback(ending -> sink.close());
        return sends;
    }

    private void await(List<Future<RecordMetadata>> sends) {
        long deadline = System.nanoTime() + properties.sendTimeout().toNanos();
        try {
            for (Future<RecordMetadata> send : sends) {
                send.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka did not take a batch of " + sends.size() + " events", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while Kafka took a batch", e);
        }
    }

    /** Events of the next batch arrive meanwhile; behind a full one it begins at once. */
    private void awaitWindow(long begun, int sent) {
        long left = begun + properties.batchWindow().toNanos() - System.nanoTime();
        if (left > 0 && sent < properties.batchSize()) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
