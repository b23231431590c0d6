package tidings.command.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.command.dispatch.CommandRefusedException;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing(4, 1, 8);

    @AfterEach
    void close() {
        hashing.close();
    }

    @Test
    void knowsTheRightPasswordOnly() {
        String hash = hashing.hash(new Password("correct horse"));
        assertThat(hash).startsWith("$2b$04$").doesNotContain("horse");
        assertThat(hashing.matches(new Password("correct horse"), hash)).isTrue();
        assertThat(hashing.matches(new Password("correct Horse"), hash)).isFalse();
        assertThat(hashing.matchesNobody(new Password("nobody"))).isFalse();
    }

    @Test
    void readsLongPasswordsToTheirEnd() {
        String long127 = "x".repeat(127);
        String hash = hashing.hash(new Password(long127 + "y"));
        assertThat(hashing.matches(new Password(long127 + "z"), hash)).isFalse();
        assertThat(hashing.matches(new Password(long127 + "y"), hash)).isTrue();
    }

    @Test
    void takesTheSamePasswordFromEveryKeyboard() {
        String hash = hashing.hash(new Password("passe\u0301word"));
        assertThat(hashing.matches(new Password("pass\u00e9word"), hash)).isTrue();
    }

    @Test
    void refusesShortAndEndlessPasswords() {
        assertThatThrownBy(() -> new Password("1234567").requireChoosable(null))
                .isInstanceOf(CommandRefusedException.class);
        assertThatThrownBy(() -> new Password("x".repeat(129)).requireChoosable(null))
                .isInstanceOf(CommandRefusedException.class);
        new Password("👍🐢👎🦊".repeat(32)).requireChoosable(null);
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(new Password("correct horse")).asString().doesNotContain("horse");
    }
}
