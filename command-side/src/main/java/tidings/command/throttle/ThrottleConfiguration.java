package tidings.command.throttle;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ThrottleConfiguration {

    @Bean
    Throttles throttles(JdbcClient jdbc) {
        return new Throttles(new ThrottleStore(jdbc), new KnownAddressStore(jdbc));
    }
}
