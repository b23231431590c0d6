package tidings.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    @Test
    void areSafeForEveryFullTextIndex() {
        String tokens = Tokens.ofMessage("a is the @ada C++ 東京都 привет 👍 " + "x".repeat(300) + " Łódź");
        assertThat(List.of(tokens.split(" "))).allMatch(token -> token.matches("[a-z0-9]{4,84}"));
    }

    @Test
    void foldCaseAccentsAndWidth() {
        assertThat(Tokens.ofMessage("ÉCOLE ｅｃｏｌｅ école")).isEqualTo(Tokens.ofMessage("ecole"));
        assertThat(Tokens.ofMessage("Ελλάδα")).isEqualTo(Tokens.ofMessage("ελλαδα"));
        assertThat(Tokens.ofMessage("ｶﾀｶﾅ")).isEqualTo(Tokens.ofMessage("カタカナ"));
    }

    @ParameterizedTest
    @CsvSource({
        "co\u00ADop\u00ADeration, cooperation",
        "a\u200Dbc, abc",
        "كـتـاب, كتاب",
        "مكتبة, مكتبه",
        "أحمد إحمد آحمد ٱحمد, احمد",
        "على, علي",
        "کتاب, كتاب",
        "علی, علي",
        "می\u200Cخواهم, میخواهم",
        "۱۲۳ ١٢٣, 123",
        "👍🏽, 👍",
        "👋🏿, 👋🏻",
        "ΟΔΟΣ οδος, οδοσ",
        "𝐇𝐞𝐥𝐥𝐨 ﬁne, hello fine",
        "Zoe\u0308, zoë",
    })
    void foldWhatReadersTakeForTheSame(String written, String sought) {
        assertThat(Set.of(Tokens.ofMessage(written).split(" ")))
                .isEqualTo(Set.of(Tokens.ofMessage(sought).split(" ")));
    }

    @Test
    void holdEveryPairOfCharactersWhereNoSpacesStand() {
        List<String> tokens = List.of(Tokens.ofMessage("東京都庁").split(" "));
        assertThat(tokens).contains(Tokens.ofUnit("東京"), Tokens.ofUnit("京都"), Tokens.ofUnit("都庁"), Tokens.ofUnit("庁"));
    }

    @Test
    void keepWordsWhoseSignsMatter() {
        assertThat(Tokens.SPECIALS
                        .matcher("C++, (F#) and a@bob.smith; not c++x, c#x, + or #")
                        .results())
                .extracting(MatchResult::group)
                .containsExactly("C++", "F#", "@bob.smith");
    }
}
