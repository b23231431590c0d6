package tidings.gateway.access;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.access.AccessTokenVerifier;
import tidings.access.EndedSessions;
import tidings.access.VerificationKeys;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

    @Bean
    VerificationKeys verificationKeys(AccessProperties properties, Clock clock) {
        return VerificationKeys.at(properties.jwksUri(), clock);
    }

    @Bean
    AccessTokenVerifier accessTokenVerifier(VerificationKeys keys, EndedSessions sessions, Clock clock) {
        return new AccessTokenVerifier(keys, sessions, clock);
    }
}
