package tidings.gateway.presence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.gateway.fanout.Broker;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PresenceProperties.class)
class PresenceConfiguration {

    @Bean(destroyMethod = "close")
    Presence presence(PresenceProperties properties, Broker broker, Clock clock) {
        return new Presence(
                properties,
                broker,
                clock,
                new SecureRandom().nextLong(),
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("presence").daemon().factory()));
    }

    @Bean
    PresenceLifecycle presenceLifecycle(Presence presence) {
        return new PresenceLifecycle(presence);
    }
}
