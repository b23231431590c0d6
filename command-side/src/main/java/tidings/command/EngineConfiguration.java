package tidings.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.background.BackgroundTasks;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.stripes.AggregateHost;
import tidings.command.dispatch.stripes.DispatchProperties;
import tidings.command.dispatch.stripes.Snapshots;
import tidings.command.dispatch.stripes.StripedDispatcher;
import tidings.command.eventstore.LogPosition;
import tidings.command.eventstore.NotifyingEventStore;
import tidings.command.eventstore.SnapshotType;
import tidings.command.eventstore.SnapshotWriter;

/**
 * Axon, wired by hand: its Boot auto-configuration would silently run without transactions under Boot 4. Commands do
 * not pass a command bus; the dispatcher runs Axon's handlers in Axon's units of work on its stripes.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    LogPosition logPosition(JdbcTemplate jdbc) {
        return new LogPosition(jdbc);
    }

    @Bean
    SnapshotWriter snapshotWriter(NotifyingEventStore store) {
        return new SnapshotWriter(store);
    }

    @Bean
    StripedDispatcher commandDispatcher(
            DispatchProperties properties,
            NotifyingEventStore store,
            SnapshotWriter snapshotWriter,
            List<AggregateType<?>> types,
            List<SnapshotType<?, ?>> snapshotTypes,
            BackgroundTasks tasks) {
        List<AggregateHost<?>> hosts = new ArrayList<>();
        for (AggregateType<?> type : types) {
            Snapshots snapshots = snapshotTypes.stream()
                    .filter(snapshot -> snapshot.aggregate() == type.type())
                    .findFirst()
                    .map(snapshot -> Snapshots.of(snapshotWriter, snapshot, properties.snapshotEvery()))
                    .orElse(Snapshots.NONE);
            hosts.add(new AggregateHost<>(type, store, snapshots, properties.cacheWeight() / types.size()));
        }
        return new StripedDispatcher(properties, hosts, store, tasks);
    }

    @Bean
    Decisions decisions(CommandDispatcher dispatcher) {
        return new Decisions(dispatcher);
    }

    @Bean
    Lifecycles.Phase dispatcherLifecycle(StripedDispatcher dispatcher) {
        return new Lifecycles.Phase(Lifecycles.DISPATCH, () -> {}, () -> dispatcher.drain(Duration.ofSeconds(3)));
    }
}
