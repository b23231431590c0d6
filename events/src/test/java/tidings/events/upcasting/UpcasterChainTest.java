package tidings.events.upcasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tidings.events.EventType;

class UpcasterChainTest {

    private final Upcaster renameField = new RenamedField();
    private final Upcaster renameEvent = new RenamedEvent();

    @Test
    void appliesUpcastersOneAfterTheOther() {
        UpcasterChain chain = new UpcasterChain(List.of(renameEvent, renameField));

        UpcasterChain.Typed raised =
                chain.upcast(new UpcasterChain.Typed(new EventType("MessagePosted", 1), Map.of("text", "hi")));

        assertThat(raised).isEqualTo(new UpcasterChain.Typed(new EventType("MessageWritten", 3), Map.of("body", "hi")));
    }

    @Test
    void leavesCurrentEventsAlone() {
        UpcasterChain.Typed current = new UpcasterChain.Typed(new EventType("MemberLeft", 1), Map.of());
        assertThat(new UpcasterChain(List.of(renameField)).upcast(current)).isSameAs(current);
    }

    @Test
    void refusesTwoUpcastersOfOneRevision() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UpcasterChain(List.of(renameField, renameField)));
    }
}
