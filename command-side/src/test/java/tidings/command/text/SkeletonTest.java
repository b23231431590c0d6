package tidings.command.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {

    @ParameterizedTest
    @CsvSource({
        "general, gener\u0430l",
        "general, ｇｅｎｅｒａｌ",
        "general, GENERAL",
        "general, general\u3164",
        "general, gen\u034feral",
        "general, genera1",
        "general, 𝐠𝐞𝐧𝐞𝐫𝐚𝐥",
        "ada, \u0430d\u0430",
        "paypal, paypa1",
        "admin, adrnin",
        "google, g00gle",
        "straße, strasse",
        "ﬁsh, fish",
        "caf\u00e9, cafe\u0301",
        "scope, \u0455\u0441\u043e\u0440\u0435",
        "ロ, 口",
    })
    void isTheSameForNamesThatLookAlike(String name, String other) {
        assertThat(Skeleton.of(other)).isEqualTo(Skeleton.of(name));
        assertThat(Skeleton.hashOf(other)).isEqualTo(Skeleton.hashOf(name));
    }

    @ParameterizedTest
    @CsvSource({
        "cafe, café",
        "a-b, a_b",
        "team1, team2",
        "u10, u11",
        "ada, adam",
        "общий, общая",
        "日本, 本日",
        "한국, 한글",
        "v, w",
        "か, が",
    })
    void tellsOtherNamesApart(String name, String other) {
        assertThat(Skeleton.of(other)).isNotEqualTo(Skeleton.of(name));
    }
}
