package tidings.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.simulation.SimulatedLoop;

class LimitsTest {

    private static final AccountId ANN = new AccountId(new UUID(0, 1));
    private static final ChannelId ROOM = new ChannelId(new UUID(0, 2));
    private static final ClientAddress ADDRESS = new ClientAddress("192.0.2.7", true);

    private final SimulatedLoop loop = new SimulatedLoop();
    private final List<SharedCounts.Use> reported = new ArrayList<>();
    private boolean throwing;
    private CompletableFuture<List<Long>> answer = CompletableFuture.failedFuture(new IllegalStateException("away"));
    private final Limits limits = new Limits(
            new LimitProperties(10, 20, 30, 40, 15, 50, 10, 3, 2, false, List.of(), true, Duration.ofMillis(200)),
            uses -> {
                if (throwing) {
                    throw new IllegalStateException("injected");
                }
                reported.addAll(uses);
                return answer;
            },
            () -> loop.nowMicros() * 1_000,
            loop);

    private int allowed(int times, AccountId accountId, ClientAddress address) {
        return (int) IntStream.range(0, times)
                .filter(i -> limits.command(accountId, ROOM, address) == 0)
                .count();
    }

    private static AccountId person(int number) {
        return new AccountId(new UUID(1, number));
    }

    @Test
    void limitsAUserAlsoWhileRedisIsAway() {
        assertThat(allowed(30, ANN, ClientAddress.UNLIMITED)).isEqualTo(20);
        loop.runFor(1_000_000);
        assertThat(allowed(30, ANN, ClientAddress.UNLIMITED)).isEqualTo(10);
    }

    @Test
    void reportsAgainAfterAReportThatFailed() {
        throwing = true;
        allowed(20, ANN, ClientAddress.UNLIMITED);
        loop.runFor(1_000_000);
        throwing = false;
        allowed(20, ANN, ClientAddress.UNLIMITED);
        loop.runFor(1_000_000);
        assertThat(reported).isNotEmpty();
    }

    @Test
    void limitsAChannelOverAllItsMembers() {
        int allowed = IntStream.range(0, 10)
                .map(i -> allowed(10, person(i), ClientAddress.UNLIMITED))
                .sum();
        assertThat(allowed).isEqualTo(40);
    }

    @Test
    void limitsAnAddressOverAllItsUsersButNotAnExemptOne() {
        for (int i = 0; i < 3; i++) {
            allowed(13, person(i), ADDRESS);
        }
        loop.runFor(1_000_000);
        int allowed =
                IntStream.range(10, 20).map(i -> allowed(3, person(i), ADDRESS)).sum();
        assertThat(allowed).isEqualTo(26);
    }

    @Test
    void aBucketThatAllGatewaysOverdrewIsClosedForAWhile() {
        answer = CompletableFuture.completedFuture(List.of(700L, 0L));
        assertThat(allowed(4, ANN, ClientAddress.UNLIMITED)).isEqualTo(4);
        loop.runFor(200_000);
        assertThat(reported).extracting(SharedCounts.Use::key).containsExactly("u:" + ANN, "c:" + ROOM);
        assertThat(reported).extracting(SharedCounts.Use::count).containsExactly(4, 4);
        assertThat(limits.command(ANN, ROOM, ClientAddress.UNLIMITED)).isEqualTo(701);
        loop.runFor(700_000);
        assertThat(limits.command(ANN, ROOM, ClientAddress.UNLIMITED)).isZero();
    }

    @Test
    void whatCannotAddUpToTooMuchIsNotCountedWithTheOthers() {
        for (int second = 0; second < 30; second++) {
            allowed(1, ANN, ADDRESS);
            loop.runFor(1_000_000);
        }
        assertThat(reported).isEmpty();
        allowed(2, ANN, ADDRESS);
        loop.runFor(1_000_000);
        assertThat(reported).extracting(SharedCounts.Use::key).containsExactly("u:" + ANN, "s:" + ADDRESS.key());
    }

    @Test
    void limitsConnectionsOfAnAddressInNumberAndRate() {
        assertThat(limits.connected(ADDRESS)).isTrue();
        assertThat(limits.connected(ADDRESS)).isTrue();
        assertThat(limits.connected(ADDRESS)).isFalse();
        limits.disconnected(ADDRESS);
        assertThat(limits.connected(ADDRESS)).as("too quick").isFalse();
        loop.runFor(1_000_000);
        assertThat(limits.connected(ADDRESS)).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(limits.connected(ClientAddress.UNLIMITED)).isTrue();
        }
    }

    @Test
    void forgetsWhoHasBeenIdle() {
        allowed(1, ANN, ADDRESS);
        assertThat(limits.size()).isEqualTo(3);
        loop.runFor(200_000_000);
        assertThat(limits.size()).isZero();
    }
}
