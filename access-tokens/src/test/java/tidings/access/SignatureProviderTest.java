package tidings.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SignatureProviderTest extends AccessTokenVerifierTest {

    @Override
    SignatureProvider provider() {
        return SignatureProvider.fastest();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void hasTheFastLibraryWhereServersRun() {
        assertThat(SignatureProvider.fastest()).isNotEqualTo(SignatureProvider.JDK);
    }
}
