package tidings.command;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.Channel;
import tidings.command.channel.ChannelNames;
import tidings.command.channel.Directory;
import tidings.command.channel.MessageLog;
import tidings.command.channel.Surroundings;
import tidings.command.dispatch.stripes.AggregateHost;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.stripes.DispatchProperties;
import tidings.command.dispatch.stripes.Snapshots;
import tidings.command.dispatch.stripes.StripedDispatcher;
import tidings.command.eventstore.LogPosition;
import tidings.command.eventstore.LogQueries;
import tidings.command.eventstore.ReservedNames;
import tidings.command.eventstore.SnapshotWriter;
import tidings.command.eventstore.StoredMessages;
import tidings.command.eventstore.WakingEventStore;
import tidings.events.channel.ChannelId;

/**
 * Axon, wired by hand: its Boot auto-configuration would silently run without transactions under Boot 4. Commands do
 * not pass a command bus; the dispatcher runs Axon's handlers in Axon's units of work on its stripes.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    MessageLog messageLog(JdbcTemplate jdbc) {
        return new StoredMessages(jdbc);
    }

    @Bean
    ChannelNames channelNames(JdbcTemplate jdbc, Clock clock) {
        return new ReservedNames(jdbc, clock);
    }

    @Bean
    Surroundings surroundings(MessageLog log, Directory directory, ChannelNames names, Clock clock) {
        return new Surroundings(log, directory, names, clock);
    }

    @Bean
    LogQueries logQueries(JdbcTemplate jdbc) {
        return new LogQueries(jdbc);
    }

    @Bean
    LogPosition logPosition(JdbcTemplate jdbc) {
        return new LogPosition(jdbc);
    }

    @Bean
    AggregateType<Channel> channelAggregate() {
        return new AggregateType<>(Channel.class, id -> new Channel(new ChannelId(id)), Channel::weight);
    }

    @Bean
    SnapshotWriter snapshotWriter(WakingEventStore store) {
        return new SnapshotWriter(store);
    }

    @Bean
    StripedDispatcher commandDispatcher(
            DispatchProperties properties,
            WakingEventStore store,
            SnapshotWriter snapshotWriter,
            Surroundings surroundings,
            List<AggregateType<?>> types,
            BackgroundTasks tasks) {
        List<AggregateHost<?>> hosts = new ArrayList<>();
        for (AggregateType<?> type : types) {
            Snapshots snapshots = type.type() == Channel.class
                    ? new Snapshots(snapshotWriter, properties.snapshotEvery())
                    : Snapshots.NONE;
            hosts.add(new AggregateHost<>(
                    type,
                    store,
                    snapshots,
                    AggregateHost.parameters(type, surroundings),
                    properties.cacheWeight() / types.size()));
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
