package tidings.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.dispatch.CommandRefusedException;

class DisplayNameTest {

    private static final List<String> HIDES_OR_TURNS = List.of(
            "Ann\u202egnp.exe",
            "Ann\u202dx\u202c",
            "Ann\u2067",
            "\u2066Ann\u2069",
            "\u200b",
            "\u3164",
            "\uffa0",
            "\u2800",
            "\u180e",
            "Ann\u200b",
            "\u200bAnn",
            "An\u200bn",
            "Ann\u200d",
            "A\u200dnn",
            "Ann\ufe0f",
            "Ann\u00ad",
            "Ann\u2060",
            "Ann\ufeff",
            "Ann\u3164",
            "Ann\u115fx",
            "Ann\u034f",
            "Ann\u2028x",
            "Ann\u2029x",
            "Ann\u0085x",
            "Ann\u200f",
            "Ann\udb40\udc41",
            "Ann\u2800x",
            "\u0301",
            "A\u0301\u0301",
            "A\u0301\u0302\u0303\u0304\u0305",
            "\ufe0f",
            "An\u200en",
            "\u05d0\u200f1",
            "\u0627\u061c1",
            "\u0418\u200d\u0432\u0430\u043d",
            "\u5c71\u200c\u7530",
            "\u0631\u200c\u0627",
            "A\u0301\u200c\u0301nn",
            "Ann\uffffx",
            "Ann\ufdd0",
            "Ann\u0378x",
            "Ann\ud834\udd59",
            "Ann\ud80d\udc41x",
            "Ann\ufffc");

    @Test
    void isStoredInNormalFormAndTrimmed() {
        assertThat(new DisplayName(" Rene\u0301 👩‍🚀 ").value()).isEqualTo("Ren\u00e9 👩‍🚀");
    }

    @Test
    void countsCodePoints() {
        assertThat(new DisplayName("👍".repeat(80)).value()).hasSize(160);
        assertThatThrownBy(() -> new DisplayName("👍".repeat(81))).isInstanceOf(CommandRefusedException.class);
        assertThatThrownBy(() -> new DisplayName("x".repeat(1_000_000))).isInstanceOf(CommandRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "a\u007fb", "\ud800"})
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> new DisplayName(text)).isInstanceOf(CommandRefusedException.class);
    }

    @ParameterizedTest
    @FieldSource("HIDES_OR_TURNS")
    void refusesWhatHidesOrTurnsText(String text) {
        assertThatThrownBy(() -> new DisplayName(text)).isInstanceOf(CommandRefusedException.class);
        assertThat(DisplayName.nearestTo(text, new Username("ada")).value()).matches(name -> {
            new DisplayName(name);
            return !name.isBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "René",
                "Nguyễn Thị Thanh",
                "می‌خواهم",
                "क्‍ष",
                "ශ්‍රී",
                "山田太郎",
                "김철수",
                "Иван",
                "Ann ❤️",
                "👩‍🚀 Ann",
                "1️⃣",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "👨🏽‍💻",
                "葛󠄀城",
                "ทั่วไป",
                "שָׁלוֹם",
                "مُحَمَّد",
                "Ann (ops)",
                "\u0647\u200c\u0627",
                "\u0628\u064e\u200c\u0627",
                "\ud83c\udff4\u200d\u2620\ufe0f",
                "\u0600\u0661",
                "ᠮᠣᠩᠭᠣᠯ"
            })
    void acceptsNamesOfEveryScript(String text) {
        assertThat(new DisplayName(text).value()).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Test
    void findsTheNearestOne() {
        assertThat(DisplayName.nearestTo("Ann\u202egnp\u200b", new Username("ada"))
                        .value())
                .isEqualTo("Anngnp");
        assertThat(DisplayName.nearestTo("\u3164\u2800", new Username("ada")).value())
                .isEqualTo("ada");
        Username fallback = new Username("ada");
        assertThat(DisplayName.nearestTo("A\nd\u0000a", fallback).value()).isEqualTo("Ada");
        assertThat(DisplayName.nearestTo("\n", fallback).value()).isEqualTo("ada");
        assertThat(DisplayName.nearestTo("x".repeat(500), fallback).value()).hasSize(80);
    }
}
