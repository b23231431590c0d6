package tidings.gateway;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import tidings.gateway.health.VitalTasks;

/** The program. Read a message's way along socket, session, dispatch, then kafka, fanout, hub, session, socket. */
@SpringBootApplication(proxyBeanMethods = false)
class RealtimeGateway {

    private static final Logger LOG = LoggerFactory.getLogger(RealtimeGateway.class);
    /** EX_SOFTWARE of sysexits.h: whoever supervises the process starts it anew. */
    private static final int CANNOT_GO_ON = 70;

    static void main(String[] args) {
        VitalTasks tasks = SpringApplication.run(RealtimeGateway.class, args).getBean(VitalTasks.class);
        tasks.whenHopeless(() -> {
            LOG.error("the gateway cannot go on, and ends: {}", tasks.hopeless().orElse(""));
            Runtime.getRuntime().halt(CANNOT_GO_ON);
        });
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
