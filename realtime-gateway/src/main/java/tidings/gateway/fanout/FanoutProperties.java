package tidings.gateway.fanout;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Redis.
 *
 * @param redisUri such as redis://127.0.0.1:6379; any node of a cluster
 * @param user as whom to sign in; empty for the default user
 * @param password empty where Redis asks for none, or where the URI has user and password
 * @param cluster whether it is a Redis Cluster, of Redis 7 or later
 * @param prefix before every key and topic of this instance
 * @param replayEvents how many events a channel's replay buffer keeps, about
 * @param replayFor how long after the last event it is kept
 * @param timeout for one command
 * @param verifyEvery how often each subscription is compared with what Redis knows
 */
@ConfigurationProperties("tidings.fanout")
public record FanoutProperties(
        URI redisUri,
        String user,
        String password,
        boolean cluster,
        String prefix,
        int replayEvents,
        Duration replayFor,
        Duration timeout,
        Duration verifyEvery) {

    /** Where it is, without who signs in. */
    String address() {
        return redisUri.getHost() + ":" + redisUri.getPort();
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "FanoutProperties[" + address() + "]";
    }
}
