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

    public static AggregateType<Channel> aggregate(Surroundings surroundings) {
        return CONFIGURATION.channelAggregate(surroundings);
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
    public static Surroundings surroundings(JdbcTemplate jdbc) {
        return surroundings(jdbc, names -> Map.of());
    }

    public static Surroundings surroundings(JdbcTemplate jdbc, Directory directory) {
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        return CONFIGURATION.surroundings(
                CONFIGURATION.messageLog(jdbc), directory, CONFIGURATION.channelNames(jdbc, clock), clock);
    }
}
