package tidings.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.dispatch.CommandRefusedException;

class UsernameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "Ada.Love_lace-1815", "0123456789012345678901234567890123456789"})
    void acceptsLettersDigitsAndSeparators(String name) {
        assertThat(new Username(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-a",
                ".a",
                "_a",
                "a b",
                "ada\n",
                "é",
                "ада",
                "a'--",
                "a\u0000",
                "👍",
                "01234567890123456789012345678901234567890"
            })
    void refusesEverythingElse(String name) {
        assertThatThrownBy(() -> new Username(name)).isInstanceOf(CommandRefusedException.class);
        assertThat(Username.isOne(name)).isFalse();
    }

    @Test
    void keepsCaseButIsUniqueWithoutIt() {
        assertThat(new Username("AdA").value()).isEqualTo("AdA");
        assertThat(new Username("AdA").key()).isEqualTo(new Username("aDa").key());
    }

    @ParameterizedTest
    @CsvSource({
        "René,Rene",
        "ada lovelace,ada-lovelace",
        "'',user",
        "~,user",
        "--x,x",
        "日本,user",
        "a@b.c,a-b.c",
        "01234567890123456789012345678901234567890xyz,0123456789012345678901234567890123456789"
    })
    void findsTheNearestOne(String foreign, String nearest) {
        assertThat(Username.nearestTo(foreign).value()).isEqualTo(nearest);
    }

    @Test
    void numbersWithinTheLength() {
        assertThat(new Username("ada").numbered(12).value()).isEqualTo("ada-12");
        assertThat(new Username("a".repeat(40)).numbered(12).value()).isEqualTo("a".repeat(37) + "-12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel",
                "here",
                "Here",
                "HERE",
                "all",
                "everyone",
                "channe1",
                "a11",
                "me",
                "system",
                "admin",
                "adrnin",
                "r00t"
            })
    void reservesNamesThatCallManyOrSpeakForTheServer(String name) {
        assertThat(new Username(name).isReserved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel-2", "hero", "alll", "mel", "adam", "ada", "u1", "here.we"})
    void reservesNoOtherNames(String name) {
        assertThat(new Username(name).isReserved()).isFalse();
    }
}
