package tidings.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.dispatch.CommandRefused;

class DisplayNameTest {

    @Test
    void isStoredInNormalFormAndTrimmed() {
        assertThat(new DisplayName(" Rene\u0301 👩‍🚀 ").value()).isEqualTo("Ren\u00e9 👩‍🚀");
    }

    @Test
    void countsCodePoints() {
        assertThat(new DisplayName("👍".repeat(80)).value()).hasSize(160);
        assertThatThrownBy(() -> new DisplayName("👍".repeat(81))).isInstanceOf(CommandRefused.class);
        assertThatThrownBy(() -> new DisplayName("x".repeat(1_000_000))).isInstanceOf(CommandRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "a\u007fb", "\ud800"})
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> new DisplayName(text)).isInstanceOf(CommandRefused.class);
    }

    @Test
    void findsTheNearestOne() {
        Username fallback = new Username("ada");
        assertThat(DisplayName.nearestTo("A\nd\u0000a", fallback).value()).isEqualTo("Ada");
        assertThat(DisplayName.nearestTo("\n", fallback).value()).isEqualTo("ada");
        assertThat(DisplayName.nearestTo("x".repeat(500), fallback).value()).hasSize(80);
    }
}
