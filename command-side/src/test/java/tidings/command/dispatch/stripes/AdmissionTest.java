package tidings.command.dispatch.stripes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.JoinChannel;
import tidings.events.channel.ChannelId;

class AdmissionTest {
    private static final long LONGEST = Admission.LONGEST_WAIT.toNanos();

    @Test
    void letsWhoeverComesBeyondItsBoundWaitInOrder() {
        List<PendingCommand> begun = new ArrayList<>();
        Admission admission = new Admission(1, 2, () -> 0, begun::add);
        List<PendingCommand> commands = List.of(command(), command(), command(), command());

        assertThat(commands.stream().map(admission::admit)).containsExactly(true, true, true, false);
        assertThat(begun).containsExactly(commands.getFirst());

        admission.done();
        admission.done();
        assertThat(begun).containsExactlyElementsOf(commands.subList(0, 3));
    }

    @Test
    void refusesWhileTheOldestHasWaitedForLong() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
        Admission admission = new Admission(1, 100, now::get, begun -> {});
        assertThat(admission.admit(command())).isTrue();
        assertThat(admission.admit(command())).isTrue();

        now.addAndGet(LONGEST - 1);
        assertThat(admission.admit(command())).isTrue();
        now.addAndGet(1);
        assertThat(admission.admit(command())).isFalse();

        admission.done();
        assertThat(admission.admit(command()))
                .as("the next has waited for a moment")
                .isTrue();
    }

    @Test
    void takesACommandAtOnceHoweverLongOthersAreUnderWay() {
        AtomicLong now = new AtomicLong();
        Admission admission = new Admission(2, 100, now::get, begun -> {});
        assertThat(admission.admit(command())).isTrue();
        now.addAndGet(2 * LONGEST);
        assertThat(admission.admit(command())).isTrue();
        assertThat(admission.inFlight()).isEqualTo(2);
    }

    private static PendingCommand command() {
        return new PendingCommand(
                null, new JoinChannel(new ChannelId(UUID.randomUUID())), Long.MAX_VALUE, 0, new CompletableFuture<>());
    }
}
