package tidings.gateway.limits;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService limitReports() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("limits").daemon().factory());
    }

    @Bean
    Limits limits(LimitProperties properties, SharedCounts counts, ScheduledExecutorService limitReports) {
        return new Limits(properties, counts, System::nanoTime, limitReports);
    }

    @Bean
    RequestAddresses requestAddresses(LimitProperties properties) {
        return new RequestAddresses(properties);
    }
}
