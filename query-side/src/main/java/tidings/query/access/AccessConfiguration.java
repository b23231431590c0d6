package tidings.query.access;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tidings.access.AccessTokenVerifier;
import tidings.access.ClientAddresses;
import tidings.access.EndedSessions;
import tidings.access.SessionStanding;
import tidings.access.VerificationKeys;
import tidings.access.servlet.ClientAddressFilter;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    VerificationKeys verificationKeys(IdentityProperties properties, Clock clock) {
        return VerificationKeys.at(properties.jwksUri(), clock);
    }

    @Bean
    AccessTokenVerifier accessTokenVerifier(VerificationKeys keys, EndedSessions sessions, Clock clock) {
        return new AccessTokenVerifier(keys, sessions, clock);
    }

    @Bean
    SessionStanding sessionStanding(EndedSessions sessions, Clock clock) {
        return new SessionStanding(sessions, clock);
    }

    @Bean
    FilterRegistrationBean<ClientAddressFilter> clientAddressFilter(ProxyProperties proxies) {
        FilterRegistrationBean<ClientAddressFilter> registration = new FilterRegistrationBean<>(
                new ClientAddressFilter(new ClientAddresses(proxies.trustLoopback(), proxies.trusted())));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
