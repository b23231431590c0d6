package tidings.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whoever checks the signatures, the answers are the same. */
class FastTokenVerifierTest extends TokenVerifierTest {

    @Override
    Signatures signatures() {
        return Signatures.fastest();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void hasTheFastLibraryWhereServersRun() {
        assertThat(Signatures.fastest()).isNotEqualTo(Signatures.OF_THE_JDK);
    }
}
