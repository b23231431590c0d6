package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OriginPolicyTest {

    private final OriginPolicy listed = new OriginPolicy(List.of("https://chat.example"));
    private final OriginPolicy sameHost = new OriginPolicy(List.of(""));

    @Test
    void allowsListedOriginsOnly() {
        assertThat(listed.allows("https://chat.example", "x")).isTrue();
        assertThat(listed.allows("https://CHAT.example", "x")).isTrue();
        assertThat(listed.allows("http://chat.example", "x")).isFalse();
        assertThat(listed.allows("https://chat.example.evil.test", "x")).isFalse();
        assertThat(listed.allows("https://evil-chat.example", "x")).isFalse();
        assertThat(listed.allows("null", "x")).isFalse();
    }

    @Test
    void withoutAListAllowsTheOwnHost() {
        assertThat(sameHost.allows("http://127.0.0.1:8080", "127.0.0.1:8080")).isTrue();
        assertThat(sameHost.allows("http://127.0.0.1:8081", "127.0.0.1:8080")).isFalse();
        assertThat(sameHost.allows("null", "127.0.0.1:8080")).isFalse();
        assertThat(sameHost.allows("http://127.0.0.1:8080", null)).isFalse();
    }

    @Test
    void allowsClientsThatAreNoBrowser() {
        assertThat(listed.allows(null, "x")).isTrue();
    }
}
