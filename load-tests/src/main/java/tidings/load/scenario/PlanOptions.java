package tidings.load.scenario;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tidings.load.drive.Plan;

/** The numbers of a run; those not given are the scenario's. */
final class PlanOptions {

    private static final int USERS_PER_SOURCE = 20_000;

    @Option(names = "--users", paramLabel = "N")
    private @Nullable Integer users;

    @Option(names = "--room-size", paramLabel = "R", description = "members of a room")
    private @Nullable Integer roomSize;

    @Option(names = "--rate", paramLabel = "N", description = "messages per second in all")
    private @Nullable Double rate;

    @Option(names = "--size", paramLabel = "N", defaultValue = "100", description = "characters of a message")
    private int size = 100;

    @Option(names = "--warmup", paramLabel = "S", defaultValue = "5", description = "seconds before it measures")
    private int warmup = 5;

    @Option(names = "--duration", paramLabel = "S", description = "seconds that it measures")
    private @Nullable Integer duration;

    @Option(names = "--drain", paramLabel = "S", defaultValue = "30", description = "seconds to wait for the rest")
    private int drain = 30;

    @Option(names = "--connecting", paramLabel = "N", defaultValue = "64", description = "clients at a time")
    private int connecting = 64;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1", description = "event loops")
    private int threads = 1;

    @Option(names = "--sources", paramLabel = "N", description = "source addresses from 127.0.0.1 on")
    private @Nullable Integer sources;

    Plan plan(Scenario scenario) {
        int people = users == null ? scenario.users() : users;
        int room = roomSize == null ? defaultRoomSize(scenario, people) : roomSize;
        return new Plan(
                people,
                room,
                rate == null ? scenario.rate() : rate,
                size,
                warmup,
                duration == null ? scenario.duration() : duration,
                drain,
                connecting,
                threads,
                sources == null ? (people + USERS_PER_SOURCE - 1) / USERS_PER_SOURCE : sources,
                Math.min(room, scenario.senders()),
                scenario.cutAt(),
                scenario.spared((people + room - 1) / room));
    }

    private static int defaultRoomSize(Scenario scenario, int people) {
        return scenario.roomSize() == scenario.users() ? people : scenario.roomSize();
    }
}
