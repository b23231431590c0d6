package tidings.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidings.load.books.Verdict;
import tidings.load.measure.ProcessMeter;
import tidings.load.socket.Connector;

class RunTest {

    private static final int USERS = 20;
    private static final int ROOM_SIZE = 5;

    private static Findings run(MiniChat.Fault fault, int threads, int cutAt) throws InterruptedException {
        int senders = cutAt < 0 ? ROOM_SIZE : 1;
        Plan plan = new Plan(USERS, ROOM_SIZE, 100, 100, 0, 2, 1, 10, threads, 2, senders, cutAt, cutAt < 0 ? 0 : 1);
        List<String> channels = IntStream.range(0, USERS)
                .mapToObj(user -> "channel-" + user / ROOM_SIZE)
                .toList();
        List<String> tokens = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            tokens.add("u" + user + "@" + channels.get(user));
        }
        try (MiniChat chat = new MiniChat(fault);
                Connector connector = new Connector(chat.url(), plan.loops(), plan.sources())) {
            return new Run(plan, tokens, channels, connector, new ProcessMeter(), "test", line -> {}).execute();
        }
    }

    @Test
    void findsNothingWrongWithAServerThatKeepsItsPromise() throws InterruptedException {
        Findings found = run(MiniChat.Fault.NONE, 2, -1);
        assertThat(found.connected()).isEqualTo(USERS);
        assertThat(found.verdict()).isEqualTo(new Verdict(200, 200, 0, 0, 1_000, 0, 0, 0, 0));
        assertThat(found.delivery().count()).isEqualTo(1_000);
        assertThat(found.ack().count()).isEqualTo(200);
        assertThat(found.deliveriesMeasured()).isEqualTo(1_000);
        assertThat(found.timeline()).isNotEmpty();
        assertThat(found.delivery().p50())
                .isPositive()
                .isLessThanOrEqualTo(found.delivery().max());
    }

    @ParameterizedTest
    @EnumSource(
            value = MiniChat.Fault.class,
            names = {"LOSES", "DOUBLES", "SWAPS", "NUMBERS_DIFFERENTLY", "NEVER_ANSWERS"})
    void findsEveryBrokenPromise(MiniChat.Fault fault) throws InterruptedException {
        Verdict verdict = run(fault, 1, -1).verdict();
        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.lost() > 0).isEqualTo(fault == MiniChat.Fault.LOSES);
        assertThat(verdict.duplicated() > 0).isEqualTo(fault == MiniChat.Fault.DOUBLES);
        assertThat(verdict.roomsInDisagreement() > 0).isEqualTo(fault == MiniChat.Fault.NUMBERS_DIFFERENTLY);
        assertThat(verdict.unanswered() > 0).isEqualTo(fault == MiniChat.Fault.NEVER_ANSWERS);
        if (fault == MiniChat.Fault.SWAPS) {
            assertThat(verdict.reordered()).isPositive();
        }
    }

    @Test
    void countsRefusalsApart() throws InterruptedException {
        Findings found = run(MiniChat.Fault.REFUSES, 1, -1);
        assertThat(found.verdict()).isEqualTo(new Verdict(200, 0, 200, 0, 0, 0, 0, 0, 0));
        assertThat(found.errors()).containsEntry("BUSY", 200);
    }

    @Test
    void comesBackWhenItsHelloIsRefused() throws InterruptedException {
        Findings found = run(MiniChat.Fault.REFUSES_THE_FIRST_HELLO, 1, -1);
        assertThat(found.connected()).isEqualTo(USERS);
        assertThat(found.verdict().isClean()).isTrue();
        assertThat(found.errors()).containsEntry("UNAVAILABLE", USERS);
    }

    @Test
    void comesAgainWhenItIsTold() throws InterruptedException {
        Findings found = run(MiniChat.Fault.PUTS_OFF_THE_FIRST_UPGRADE, 1, -1);
        assertThat(found.connected()).isEqualTo(USERS);
        assertThat(found.verdict().isClean()).isTrue();
        assertThat(found.connectFailures().values()).containsExactly(USERS);
        assertThat(found.connects().p50()).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void resumesWithoutLossAfterConnectionsWereCut() throws InterruptedException {
        Findings found = run(MiniChat.Fault.NONE, 1, 1);
        assertThat(found.connected()).isEqualTo(USERS);
        // of three rooms, with the fourth spared
        assertThat(found.reconnects().count()).isEqualTo(12);
        assertThat(found.verdict()).isEqualTo(new Verdict(200, 200, 0, 0, 1_000, 0, 0, 0, 0));
        assertThat(found.delivery().count()).isEqualTo(250);
        assertThat(found.resumedDelivery().count()).isEqualTo(750);
    }

    @Test
    void tellsWhyClientsCouldNotConnect() throws InterruptedException {
        Plan plan = new Plan(1, 1, 0, 10, 0, 1, 0, 1, 1, 1, 1, -1, 0);
        MiniChat chat = new MiniChat(MiniChat.Fault.NONE);
        URI gone = chat.url();
        chat.close();
        try (Connector connector = new Connector(gone.resolve("/elsewhere"), 1, 1)) {
            Findings found = new Run(
                            plan, List.of("t"), List.of("c"), connector, new ProcessMeter(), "test", line -> {})
                    .execute();
            assertThat(found.connected()).isZero();
            assertThat(found.connectFailures()).isNotEmpty();
        }
    }
}
