package tidings.command.session;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.access.AccessTokenIssuer;
import tidings.access.AccessTokenVerifier;
import tidings.access.SigningKeys;
import tidings.access.VerificationKeys;
import tidings.command.session.SessionStore.Session;

/** Issuing access tokens, and verifying them. */
@Configuration(proxyBeanMethods = false)
class AccessTokenConfiguration {

    @Bean
    SigningKeys signingKeys(SessionProperties properties) {
        return new SigningKeys(properties.signingKeysFile());
    }

    @Bean
    AccessTokenIssuer accessTokenIssuer(SigningKeys keys, Clock clock, SessionProperties properties) {
        return new AccessTokenIssuer(keys, clock, properties.accessTtl());
    }

    @Bean
    VerificationKeys verificationKeys(SigningKeys keys, Clock clock, SessionProperties properties) {
        return properties.jwksUri() == null
                ? VerificationKeys.of(keys, clock)
                : VerificationKeys.at(properties.jwksUri(), clock);
    }

    @Bean
    AccessTokenVerifier accessTokenVerifier(VerificationKeys keys, SessionStore store, Clock clock) {
        return new AccessTokenVerifier(
                keys, (accountId, sessionId) -> store.isOver(new Session(sessionId, accountId)), clock);
    }
}
