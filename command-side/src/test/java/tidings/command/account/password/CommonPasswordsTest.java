package tidings.command.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.dispatch.CommandRefusedException;

class CommonPasswordsTest {

    private static final String ADA = "ada.lovelace";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1!",
                "P@ssw0rd",
                "12345678",
                "87654321",
                "1234567890",
                "qwertyuiop",
                "Qwerty123!",
                "letmein1",
                "iloveyou2026",
                "aaaaaaaa",
                "abababab",
                "passwordpassword",
                "1q2w3e4r5t",
                "!!!Welcome!!!",
                "11111111",
                "football99",
                "abcdefgh",
                "zyxwvuts",
                "ada.lovelace",
                "Ada.Lovelace2026",
                "ada.lovelaceada.lovelace",
                "correcthorsebatterystaple",
                "trustno1",
                "short"
            })
    void areRefused(String password) {
        assertThatThrownBy(() -> new Password(password).requireChoosable(ADA))
                .isInstanceOf(CommandRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "battery staple",
                "Pw-018f3c1e-7d0a",
                "vermilion otter",
                "mot de passe plus long",
                "ada.lovelace met a bernoulli",
                "密码不是这个词语哦",
                "k3Yb0ard-tr33"
            })
    void areNotWhatIsMerelySimple(String password) {
        assertThat(password).satisfies(text -> new Password(text).requireChoosable(ADA));
    }

    @Test
    void sayNothingOfAnOwnerWhomNobodyKnows() {
        assertThat("ada.lovelace").satisfies(text -> new Password(text).requireChoosable(null));
    }
}
