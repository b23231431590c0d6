package tidings.command.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.command.throttle.Throttles;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean
    SendRates sendRates(LimitProperties properties) {
        return new SendRates(properties, System::nanoTime);
    }

    @Bean
    CreationRates creationRates(Throttles throttles, LimitProperties properties) {
        return new CreationRates(throttles, properties);
    }
}
