package tidings.command.session;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.command.ids.IdFactory;

/** Issuing access tokens, and verifying them. */
@Configuration(proxyBeanMethods = false)
class AccessTokenConfiguration {

    @Bean
    SigningKeys signingKeys(SessionProperties properties) {
        return new SigningKeys(properties.signingKeysFile());
    }

    @Bean
    PublicKeys publicKeys(SigningKeys keys) {
        return new PublicKeys(keys);
    }

    @Bean
    AccessTokens accessTokens(SigningKeys keys, IdFactory ids, Clock clock, SessionProperties properties) {
        return new AccessTokens(keys, ids, clock, properties.accessTtl());
    }

    @Bean
    AccessTokenVerifier accessTokenVerifier(SigningKeys keys, Clock clock, SessionProperties properties) {
        JWKSource<SecurityContext> source = properties.jwksUri() == null
                ? (selector, context) -> new ImmutableJWKSet<SecurityContext>(keys.publicKeys()).get(selector, context)
                : new VerificationKeys(properties.jwksUri(), clock);
        return new AccessTokenVerifier(source, clock);
    }
}
