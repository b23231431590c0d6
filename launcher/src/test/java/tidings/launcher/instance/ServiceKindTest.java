package tidings.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceKindTest {

    @ParameterizedTest
    @EnumSource(
            value = ServiceKind.class,
            names = {"COMMAND", "GATEWAY"})
    void whatIsOnAMessagesWayPausesBriefly(ServiceKind kind) {
        assertThat(kind.jvmOptions()).contains("-XX:MaxNewSize=16m").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(ServiceKind.class)
    void everyServiceAsksForHugePages(ServiceKind kind) {
        assertThat(kind.jvmOptions()).contains("-XX:+UseTransparentHugePages");
    }

    @ParameterizedTest
    @EnumSource(ServiceKind.class)
    void noServiceStopsToMakeRoomForClasses(ServiceKind kind) {
        assertThat(kind.jvmOptions()).contains("-XX:MetaspaceSize=160m");
    }

    @ParameterizedTest
    @EnumSource(ServiceKind.class)
    void everyServiceEndsWhenItsHeapIsFull(ServiceKind kind) {
        assertThat(kind.jvmOptions()).contains("-Xmx512m", "-XX:+ExitOnOutOfMemoryError");
    }
}
