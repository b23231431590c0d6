package tidings.command;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.command.background.BackgroundTasks;
import tidings.command.eventstore.GroupCommitEngine;
import tidings.command.eventstore.NotifyingEventStore;
import tidings.command.eventstore.Positions;
import tidings.command.relay.Relay;
import tidings.command.relay.RelayProperties;

/** The relay from the log to Kafka, and where it remembers its position. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, RelayProperties relay, NodeProperties node) {
        return Positions.create(connections, node.nodeName(), relay.claimTimeout());
    }

    @Bean
    Relay relay(
            KafkaProperties kafka,
            RelayProperties properties,
            NotifyingEventStore store,
            GroupCommitEngine engine,
            TokenStore tokenStore,
            TransactionManager transactions) {
        return new Relay(
                new Relay.Target(
                        kafka.bootstrapServers(),
                        kafka.eventsTopic(),
                        kafka.readMarkersTopic(),
                        kafka.replicationFactor(),
                        kafka.eventPartitions()),
                properties,
                store,
                engine.getEventSerializer(),
                tokenStore,
                transactions);
    }

    @Bean
    Lifecycles.Phase relayLifecycle(Relay relay, BackgroundTasks tasks) {
        return new Lifecycles.Phase(Lifecycles.RELAY, () -> relay.start(tasks), relay::close);
    }
}
