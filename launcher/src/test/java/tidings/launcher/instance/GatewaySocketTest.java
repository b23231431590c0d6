package tidings.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GatewaySocketTest {
    private static final Topology.Node GATEWAY = new Topology.Node("gateway-1", 18_081, 0);

    @Test
    void namesTheFileInTheGatewaysDirectory() {
        assertThat(GatewaySocket.address(new DataFolder(Path.of("/srv/tidings")), GATEWAY))
                .isEqualTo("unix:/srv/tidings/run/gateway-1/ws.sock");
    }

    @Test
    void namesThePortWhereTheFilesNameIsTooLongOrOdd() {
        for (String folder : new String[] {"/srv/" + "long/".repeat(20), "/srv/my chats", "/srv/{a};"}) {
            assertThat(GatewaySocket.address(new DataFolder(Path.of(folder)), GATEWAY))
                    .isEqualTo("127.0.0.1:18081");
        }
    }
}
