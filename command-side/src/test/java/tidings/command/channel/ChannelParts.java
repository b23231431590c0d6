package tidings.command.channel;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.dispatch.AggregateType;
import tidings.command.eventstore.EventKeyFactory;
import tidings.command.eventstore.InlineProjection;
import tidings.command.eventstore.SnapshotType;

/** What channels give an engine that is put together without Spring. */
public final class ChannelParts {

    private static final ChannelEngineConfiguration CONFIGURATION = new ChannelEngineConfiguration();

    private ChannelParts() {}

    public static AggregateType<Channel> aggregate(DecisionContext context) {
        return CONFIGURATION.channelAggregate(context);
    }

    public static SnapshotType<?, ?> snapshots() {
        return CONFIGURATION.channelSnapshots();
    }

    public static ChannelSnapshot snapshotOf(Channel channel) {
        return channel.snapshot();
    }

    public static EventKeyFactory keys() {
        return CONFIGURATION.messageKeys();
    }

    public static List<InlineProjection> projections() {
        return List.of(CONFIGURATION.channelProjection());
    }

    /** Over the tables of a database, in which nobody has a name. */
    public static DecisionContext context(JdbcTemplate jdbc) {
        return context(jdbc, names -> Map.of());
    }

    public static DecisionContext context(JdbcTemplate jdbc, Directory directory) {
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        return CONFIGURATION.decisionContext(
                CONFIGURATION.messageLog(jdbc), directory, CONFIGURATION.channelNames(jdbc, clock), clock);
    }
}
