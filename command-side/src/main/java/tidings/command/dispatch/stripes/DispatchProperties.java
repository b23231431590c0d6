package tidings.command.dispatch.stripes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a node decides at once.
 *
 * @param stripes threads that decide; the commands of one aggregate always meet the same one
 * @param maxInFlight commands that may be under way; more have to wait. Less than what an aggregate remembers of its
 *     latest messages
 * @param maxWaiting commands that may wait for their turn; more are answered {@code BUSY}
 * @param cacheWeight the bound of the aggregate cache, in units of about 500 bytes
 * @param snapshotEvery after how many events of an aggregate a snapshot is taken
 */
@ConfigurationProperties("tidings.dispatch")
public record DispatchProperties(
        @DefaultValue("2") int stripes,
        @DefaultValue("200") int maxInFlight,
        @DefaultValue("2000") int maxWaiting,
        @DefaultValue("200000") long cacheWeight,
        @DefaultValue("1000") int snapshotEvery) {

    private static final int MOST_IN_FLIGHT = 500;

    public DispatchProperties {
        if (stripes < 1 || maxInFlight < 1 || maxWaiting < 0 || maxInFlight > MOST_IN_FLIGHT) {
            throw new IllegalArgumentException("1 stripe or more, and 1 to " + MOST_IN_FLIGHT + " commands in flight");
        }
    }
}
