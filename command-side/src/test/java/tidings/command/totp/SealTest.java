package tidings.command.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.command.dispatch.CommandRefusedException;
import tidings.events.account.AccountId;

class SealTest {

    private static final AccountId ADA = new AccountId(new UUID(0x7000, 1));
    private static final AccountId EVE = new AccountId(new UUID(0x7000, 2));
    private static final byte[] SECRET = {1, 2, 3};

    private final Seal seal = new Seal("key");

    @Test
    void opensWhatItSealed() {
        byte[] sealed = seal.seal(ADA, SECRET);
        assertThat(seal.open(ADA, sealed)).isEqualTo(SECRET);
        assertThat(seal.seal(ADA, SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingForAnotherAccountOrKeyOrWhenItWasChanged() {
        byte[] sealed = seal.seal(ADA, SECRET);
        assertThatThrownBy(() -> seal.open(EVE, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Seal("other").open(ADA, sealed)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(ADA, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void needsAKey() {
        assertThatThrownBy(() -> new Seal("").seal(ADA, SECRET)).isInstanceOf(CommandRefusedException.class);
    }
}
