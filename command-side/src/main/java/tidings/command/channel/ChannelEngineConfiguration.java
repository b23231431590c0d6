package tidings.command.channel;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.dispatch.AggregateType;
import tidings.command.eventstore.EventKeyFactory;
import tidings.command.eventstore.InlineProjection;
import tidings.command.eventstore.SnapshotType;
import tidings.events.channel.ChannelId;

/** What channels give the engine, and what they ask when they decide. */
@Configuration(proxyBeanMethods = false)
class ChannelEngineConfiguration {

    @Bean
    AggregateType<Channel> channelAggregate(DecisionContext context) {
        return new AggregateType<>(
                Channel.class, id -> new Channel(new ChannelId(id)), Channel::weight, List.of(context));
    }

    @Bean
    SnapshotType<Channel, ChannelSnapshot> channelSnapshots() {
        return ChannelSnapshot.TYPE;
    }

    @Bean
    EventKeyFactory messageKeys() {
        return new MessageKeys();
    }

    @Bean
    InlineProjection channelProjection() {
        return new ChannelProjection();
    }

    @Bean
    ChannelQueries channelQueries(JdbcTemplate jdbc) {
        return new ChannelQueries(jdbc);
    }

    @Bean
    MessageLog messageLog(JdbcTemplate jdbc) {
        return new MessageLogQueries(jdbc);
    }

    @Bean
    ChannelNames channelNames(JdbcTemplate jdbc, Clock clock) {
        return new ChannelNameStore(jdbc, clock);
    }

    @Bean
    DecisionContext decisionContext(MessageLog log, Directory directory, ChannelNames names, Clock clock) {
        return new DecisionContext(log, directory, names, clock);
    }
}
