package tidings.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NginxSizeTest {

    @Test
    void leavesHalfOfTheProcessorsToTheServices() {
        assertThat(NginxSize.of(1, 65_536).workers()).isEqualTo(1);
        assertThat(NginxSize.of(2, 65_536).workers()).isEqualTo(1);
        assertThat(NginxSize.of(16, 65_536).workers()).isEqualTo(8);
    }

    @Test
    void hasWorkersEnoughToHoldTwentyThousandSockets() {
        assertThat(NginxSize.of(2, 20_000).workers()).isEqualTo(2);
        assertThat(NginxSize.of(2, 1_024).workers()).isEqualTo(40);
    }

    @Test
    void letsInMoreWhereThereAreMoreProcessors() {
        assertThat(NginxSize.of(2, 65_536).values())
                .containsEntry("NGINX_CONNECTS_PER_SECOND", "400")
                .containsEntry("NGINX_CONNECTS_AT_ONCE", "81")
                .containsEntry("NGINX_CONNECTS_WAITING", "3200");
        assertThat(NginxSize.of(8, 65_536).connectsPerSecond()).isEqualTo(1_600);
    }

    @Test
    void refusesToLetInNobodyOrMoreThanItCanCount() {
        NginxSize size = NginxSize.of(2, 65_536);
        assertThatThrownBy(() -> size.withConnectsPerSecond(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> size.withConnectsPerSecond(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
