package tidings.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tidings.command.contract.Accepted;
import tidings.command.contract.CommandReply;
import tidings.command.contract.Rejected;
import tidings.gateway.frame.ErrorCode;

class CommandMessagesTest {

    @Test
    void handsOnWhatAKnownKeyWasAnsweredTheFirstTime() {
        Rejected conflict = Rejected.newBuilder()
                .setCode("CONFLICT")
                .setMessage("used before")
                .setFirst(Accepted.newBuilder().setMessageId("m").setSeq(7).setAtMs(1_000))
                .build();
        assertThat(outcome(conflict))
                .isEqualTo(new Outcome.Rejected(
                        ErrorCode.CONFLICT, "used before", 0, new Outcome.Accepted("m", 7, Instant.ofEpochSecond(1))));
        assertThat(outcome(conflict.toBuilder().clearFirst().build()))
                .isEqualTo(new Outcome.Rejected(ErrorCode.CONFLICT, "used before", 0));
    }

    private static Outcome outcome(Rejected rejected) {
        return CommandMessages.outcome(
                CommandReply.newBuilder().setRejected(rejected).build());
    }
}
