package tidings.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tidings.gateway.rehearsal.Rehearsal;
import tidings.launcher.fixture.SharedServers;

/** A gateway that has rehearsed leaves nothing behind, and one that could not opens nevertheless. */
class RehearsalIT {

    private static final Duration SHORT = Duration.ofSeconds(3);

    @Test
    void messagesGoRoundAndNothingRemains() throws Exception {
        String redisUri = SharedServers.get().redisUri();

        long messages = Rehearsal.play(
                RealtimeGateway.class, Clock.systemUTC(), SHORT, "--tidings.fanout.redis-uri=" + redisUri);

        // more than one each: 60 people say the next thing when the last one was acknowledged
        assertThat(messages).isGreaterThan(60);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.equals("rehearsal"));
        try (RedisClient client = RedisClient.create(redisUri);
                StatefulRedisConnection<String, String> redis = client.connect()) {
            assertThat(redis.sync().keys("tidings-rehearsal:*"))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(redis.sync().ttl(key)).isBetween(0L, 30L));
            Awaitility.await()
                    .until(() ->
                            redis.sync().pubsubChannels("tidings-rehearsal:*").isEmpty());
        }
    }

    @Test
    void withoutRedisThePlayGoesOnAndEnds() {
        long messages = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> Rehearsal.play(
                        RealtimeGateway.class,
                        Clock.systemUTC(),
                        SHORT,
                        "--tidings.fanout.redis-uri=redis://127.0.0.1:1"));

        // commands need no Redis
        assertThat(messages).isPositive();
    }

    @Test
    void notAskedForItDoesNothing() {
        assertThat(Rehearsal.play(Object.class, Clock.systemUTC(), Duration.ZERO))
                .isZero();
    }
}
