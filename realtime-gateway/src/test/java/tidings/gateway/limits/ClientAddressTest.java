package tidings.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static ClientAddresses rules(boolean loopbackLimited, String... proxies) {
        return new ClientAddresses(new LimitProperties(
                1, 1, 1, 1, 1, 1, 1, 1, 1, loopbackLimited, List.of(proxies), Duration.ofSeconds(1)));
    }

    private static ClientAddress of(String peer, @Nullable String realIp, @Nullable String forwardedFor) {
        return rules(false, "198.51.100.1", "10.8.0.0/16").of(InetAddress.ofLiteral(peer), realIp, forwardedFor);
    }

    @Test
    void believesNginxOnLoopbackAndConfiguredProxies() {
        ClientAddress client = new ClientAddress("192.0.2.7", true);
        assertThat(of("127.0.0.1", null, "192.0.2.7")).isEqualTo(client);
        assertThat(of("127.0.0.1", "192.0.2.7", "203.0.113.9")).isEqualTo(client);
        assertThat(of("198.51.100.1", "192.0.2.7", null)).isEqualTo(client);
        assertThat(of("10.8.3.4", "192.0.2.7", null)).isEqualTo(client);
    }

    @Test
    void believesNobodyElse() {
        assertThat(of("203.0.113.9", "192.0.2.7", "192.0.2.8").key()).isEqualTo("203.0.113.9");
        assertThat(of("10.9.3.4", "192.0.2.7", null).key()).isEqualTo("10.9.3.4");
    }

    @Test
    void takesWhatTheProxyItselfHasSeen() {
        assertThat(of("127.0.0.1", null, "10.0.0.1, 192.0.2.7").key()).isEqualTo("192.0.2.7");
    }

    @Test
    void neverTakesAName() {
        assertThat(of("127.0.0.1", "localhost", null).key()).isEqualTo("127.0.0.1");
        assertThat(of("127.0.0.1", null, "").key()).isEqualTo("127.0.0.1");
    }

    @Test
    void exemptsLoopbackUnlessConfigured() {
        assertThat(of("127.0.0.1", null, "127.0.0.1").limited()).isFalse();
        assertThat(rules(true)
                        .of(InetAddress.ofLiteral("127.0.0.1"), null, null)
                        .limited())
                .isTrue();
    }

    @Test
    void countsAnIpv6SubscriberAsOne() {
        assertThat(of("2001:db8:1:2::7", null, null)).isEqualTo(of("2001:db8:1:2:ffff::9", null, null));
        assertThat(of("2001:db8:1:3::7", null, null)).isNotEqualTo(of("2001:db8:1:2::7", null, null));
    }
}
