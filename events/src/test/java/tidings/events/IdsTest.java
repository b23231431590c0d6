package tidings.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;

class IdsTest {

    @Test
    void anIdKeepsItsCanonicalForm() {
        String text = "0198c2a0-0000-7000-8000-000000000001";
        assertThat(ChannelId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "0198c2a0-0000-7000-8000-00000000000g", "0198c2a000007000800000000000001"})
    void refusesWhatIsNoId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb"})
    void refusesAnIdempotencyKeyThatIsBlankOrHasControlCharacters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientMessageId(text));
    }

    @Test
    void boundsTheLengthOfAnIdempotencyKey() {
        assertThat(new ClientMessageId("x".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientMessageId("x".repeat(129)));
    }
}
