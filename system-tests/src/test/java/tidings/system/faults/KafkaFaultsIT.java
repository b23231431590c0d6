package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.launcher.instance.ManagedProcess;
import tidings.system.client.Device;
import tidings.system.stage.Stage;

/** Kafka distributes what was acknowledged long since. */
class KafkaFaultsIT {

    private static final Duration STALL = Duration.ofSeconds(20);

    private final Stage stage = Stage.shared();
    private final ManagedProcess kafka = stage.process("kafka");

    @AfterEach
    void everythingIsUpAgain() {
        stage.awaitWhole();
    }

    /** Fault 10. */
    @Test
    void kafkaIsKilled() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            int restarts = kafka.restarts();
            kafka.crash();
            crowd.awaitMoreAnswers(20);
            stage.awaitWhole();
            assertThat(kafka.restarts()).isGreaterThan(restarts);
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            Report.of("10 Kafka: kill -9", crowd);
        }
    }

    /** Fault 11. */
    @Test
    void kafkaStandsStill() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            try (Stall stall = Stall.of(kafka)) {
                crowd.awaitMoreAnswers(20);
                stall.awaitAge(STALL);
            }
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            Report.of("11 Kafka: SIGSTOP for 20 s", crowd);
        }
    }

    /** Fault 12. */
    @Test
    void kafkaIsDownForLong() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            Stall.Span span = Stall.Span.begin();
            kafka.takeDown();
            crowd.awaitMoreAnswers(20);
            span.awaitAge(Scale.kafkaOutage());
            crowd.awaitMoreAnswers(5);
            kafka.bringUp();
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            Report.of("12 Kafka: down for " + Scale.kafkaOutage().toSeconds() + " s under load", crowd);
        }
    }

    /** Fault 23. */
    @Test
    void everythingIsSaidTwice() {
        try (Crowd crowd = Crowd.gatheredIn(stage);
                EchoingTopic echo = EchoingTopic.of(stage.description().kafka())) {
            crowd.devices().forEach(Device::sayingAllTwice);
            crowd.startTalking();
            crowd.awaitMoreAnswers(20);
            assertThat(echo.repeated()).isPositive();
            crowd.fallSilentAndCompareNotes();
            Report.of(
                    "23 every Kafka record and every client send twice",
                    "%d records repeated; %s"
                            .formatted(
                                    echo.repeated(),
                                    "no send failed for more than a second: "
                                            + (crowd.answers().secondsInWhichSendsFailed() == 0)));
        }
    }
}
