package tidings.gateway;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The program. Read a message's way along socket, session, dispatch, then kafka, fanout, hub, session, socket. */
@SpringBootApplication(proxyBeanMethods = false)
class RealtimeGateway {

    static void main(String[] args) {
        SpringApplication.run(RealtimeGateway.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
