package tidings.gateway;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import tidings.gateway.rehearsal.Rehearsal;

/** The program. Read a message's way along socket, session, dispatch, then kafka, fanout, hub, session, socket. */
@SpringBootApplication(proxyBeanMethods = false)
class RealtimeGateway {

    static void main(String[] args) {
        Rehearsal.play(RealtimeGateway.class, Clock.systemUTC(), lastsOf(System.getenv("TIDINGS_REHEARSAL")), args);
        SpringApplication.run(RealtimeGateway.class, args);
    }

    /** Before there is a context that could tell: only the environment knows of a rehearsal. */
    private static Duration lastsOf(@Nullable String setting) {
        return setting == null || setting.isBlank() ? Duration.ZERO : DurationStyle.detectAndParse(setting);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
