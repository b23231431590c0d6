package tidings.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {

    private final ClientAddresses addresses = new ClientAddresses(true, List.of("198.51.100.1", "10.8.0.0/16", ""));

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private String of(String peer, String... forwardedFor) {
        return addresses.of(address(peer), List.of(forwardedFor)).getHostAddress();
    }

    @Test
    void believesTheOwnNginxAndConfiguredProxies() {
        assertThat(of("127.0.0.1", "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(of("198.51.100.1", "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(of("10.8.3.4", "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(addresses.ofSocketFile(List.of("192.0.2.7"))).isEqualTo(address("192.0.2.7"));
    }

    @Test
    void believesNobodyElse() {
        assertThat(of("203.0.113.9", "192.0.2.8")).isEqualTo("203.0.113.9");
        assertThat(of("10.9.3.4", "192.0.2.7")).isEqualTo("10.9.3.4");
        ClientAddresses byFile = new ClientAddresses(false, List.of());
        assertThat(byFile.of(address("127.0.0.1"), List.of("192.0.2.7"))).isEqualTo(address("127.0.0.1"));
    }

    @Test
    void takesTheLastAddressThatNoTrustedProxyHas() {
        assertThat(of("127.0.0.1", "203.0.113.1, 192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(of("127.0.0.1", "203.0.113.1, 192.0.2.7, 10.8.1.1")).isEqualTo("192.0.2.7");
        assertThat(of("127.0.0.1", "203.0.113.1", "192.0.2.7, 198.51.100.1")).isEqualTo("192.0.2.7");
        assertThat(of("127.0.0.1", "10.8.0.9")).isEqualTo("10.8.0.9");
    }

    @Test
    void neverTakesANameNorWhatComesBeforeIt() {
        assertThat(of("127.0.0.1", "localhost")).isEqualTo("127.0.0.1");
        assertThat(of("127.0.0.1", "")).isEqualTo("127.0.0.1");
        assertThat(of("127.0.0.1", "192.0.2.7, unknown, 10.8.1.1")).isEqualTo("10.8.1.1");
        assertThat(of("127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void countsAnIpv6SubscriberAsOne() {
        assertThat(ClientAddresses.subscriber(address("2001:db8:1:2::7")))
                .isEqualTo(ClientAddresses.subscriber(address("2001:db8:1:2:ffff::9")))
                .isNotEqualTo(ClientAddresses.subscriber(address("2001:db8:1:3::7")));
        assertThat(ClientAddresses.subscriber(address("192.0.2.7"))).isEqualTo("192.0.2.7");
    }

    @Test
    void refusesAProxyThatIsNoAddress() {
        assertThatThrownBy(() -> new ClientAddresses(true, List.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientAddresses(true, List.of("10.0.0.0/33")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
