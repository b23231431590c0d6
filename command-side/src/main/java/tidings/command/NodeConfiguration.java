package tidings.command;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.ChannelQueries;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.eventstore.LogPosition;
import tidings.command.health.NodeHealth;
import tidings.command.ids.IdFactory;
import tidings.command.limits.SendRates;
import tidings.command.readmarker.ReadMarkers;
import tidings.command.relay.Relay;
import tidings.command.session.EndedSessions;
import tidings.command.session.Sessions;
import tidings.command.session.Tickets;
import tidings.command.stream.StreamServer;

/** The node as a whole: its clock, its ids, its doors and its health. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    BackgroundTasks backgroundTasks() {
        return new BackgroundTasks();
    }

    /** Whole milliseconds, in Axon too: what an answer says is what the log will say. */
    @Bean
    Clock clock() {
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        GenericEventMessage.clock = clock;
        return clock;
    }

    @Bean
    IdFactory idFactory(Clock clock) {
        return new IdFactory(clock);
    }

    @Bean
    StreamServer.Services streamServices(
            CommandDispatcher dispatcher,
            ChannelQueries log,
            ReadMarkers readMarkers,
            Tickets tickets,
            Sessions sessions,
            EndedSessions endedSessions,
            SendRates rates) {
        return new StreamServer.Services(
                dispatcher, rates::require, log, readMarkers, tickets, sessions::isOver, endedSessions);
    }

    @Bean
    StreamServer streamServer(NodeProperties node, StreamServer.Services services, IdFactory ids) {
        return new StreamServer(
                new StreamServer.Door(node.bindAddress(), node.grpcPort(), node.internalSecret()), services, ids);
    }

    @Bean
    Lifecycles.Phase streamServerLifecycle(StreamServer server) {
        return new Lifecycles.Phase(Lifecycles.DOORS, server::start, () -> server.drain(Duration.ofSeconds(3)));
    }

    @Bean
    NodeHealth nodeHealth(LogPosition log, Relay relay) {
        return new NodeHealth() {
            @Override
            public boolean databaseAnswers() {
                return log.isReachable();
            }

            @Override
            public String relayState() {
                return relay.state().name();
            }

            @Override
            public long relayLag() {
                return relay.state() == Relay.State.STANDING_BY ? -1 : Math.max(0, log.headIndex() - relay.position());
            }
        };
    }
}
