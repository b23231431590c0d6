package tidings.command.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.MySqlEventTableFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tidings.command.channel.Channel;
import tidings.command.channel.ChannelCommand;
import tidings.command.channel.ChannelParts;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.stripes.AggregateHost;
import tidings.command.eventstore.EventJson;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.launcher.fixture.SharedServers.Database;

/** The baseline: the same aggregate as Axon runs it by its defaults, on its own tables, one transaction per command. */
final class PlainNode implements AutoCloseable {

    private static final int CONNECTIONS = 32;

    private final HikariDataSource dataSource = new HikariDataSource();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CommandBus bus;

    PlainNode(Database database) {
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.user());
        dataSource.setPassword(database.password());
        dataSource.setMaximumPoolSize(CONNECTIONS);
        TransactionManager transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        EventJson json = new EventJson();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(MySqlEventTableFactory.INSTANCE));
        bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        subscribe(EmbeddedEventStore.builder().storageEngine(engine).build());
    }

    private void subscribe(EmbeddedEventStore store) {
        AggregateType<Channel> type = ChannelParts.aggregate(ChannelParts.context(new JdbcTemplate(dataSource)));
        ParameterResolverFactory parameters = AggregateHost.parameters(type);
        AggregateAnnotationCommandHandler.<Channel>builder()
                .aggregateType(Channel.class)
                .parameterResolverFactory(parameters)
                .repository(EventSourcingRepository.builder(Channel.class)
                        .parameterResolverFactory(parameters)
                        .aggregateFactory(AggregateHost.factoryOf(type, parameters))
                        .eventStore(store)
                        .cache(new WeakReferenceCache())
                        .build())
                .commandTargetResolver(message ->
                        new VersionedAggregateIdentifier(((AggregateCommand) message.getPayload()).aggregateId(), null))
                .creationPolicyAggregateFactory(id -> new Channel(new ChannelId((UUID) Objects.requireNonNull(id))))
                .build()
                .subscribe(bus);
    }

    CompletableFuture<Outcome> dispatch(AccountId actor, ChannelCommand command) {
        return CompletableFuture.supplyAsync(
                () -> {
                    FutureCallback<ChannelCommand, Outcome> callback = new FutureCallback<>();
                    bus.dispatch(new GenericCommandMessage<>(command, Map.of(AggregateType.ACTOR, actor)), callback);
                    return callback.getResult().getPayload();
                },
                threads);
    }

    @Override
    public void close() {
        threads.shutdown();
        dataSource.close();
    }
}
