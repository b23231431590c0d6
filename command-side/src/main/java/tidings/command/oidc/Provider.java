package tidings.command.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.oidc.Discovery.Found;
import tidings.command.oidc.OidcSettings.Client;
import tidings.command.oidc.SignInRefusedException.Reason;

/** One provider: sends people there, and asks it who came back (OpenID Connect Core 1.0, RFC 7636, RFC 9700). */
final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MAX_SUBJECT = 255;

    private final Client client;
    private final URI callback;
    private final Discovery discovery;
    private final ProviderHttp http;

    Provider(Client client, URI callback, Discovery discovery, ProviderHttp http) {
        this.client = client;
        this.callback = callback;
        this.discovery = discovery;
        this.http = http;
    }

    /** Where the browser goes, to sign in there. */
    URI authorization(String state, String nonce, String codeVerifier) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse("openid profile"), new ClientID(client.clientId()), callback)
                .endpointURI(discover().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(new CodeVerifier(codeVerifier), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Refuses an answer that another issuer gave (RFC 9207). */
    void requireIssuer(@Nullable String issuer) {
        boolean required = discover().metadata().supportsAuthorizationResponseIssuerParam();
        if (issuer == null ? required : !issuer.equals(client.issuer().toString())) {
            throw notBelieved("the answer is another issuer's");
        }
    }

    /** Trades a code for an identity. */
    ProviderPerson identify(String code, String nonce, String codeVerifier) {
        Found found = discover();
        try {
            HTTPResponse answer =
                    http.post(new CodeExchange(client, callback).request(found.metadata(), code, codeVerifier));
            if (!answer.indicatesSuccess()) {
                throw refused(answer.getStatusCode());
            }
            JWT idToken = OIDCTokenResponseParser.parse(answer)
                    .toSuccessResponse()
                    .getTokens()
                    .toOIDCTokens()
                    .getIDToken();
            if (idToken == null) {
                throw notBelieved("there is no identity in it");
            }
            return person(validator(found).validate(idToken, new Nonce(nonce)));
        } catch (IOException | JOSEException e) {
            throw unavailable(e);
        } catch (ParseException | BadJOSEException | ClassCastException | IllegalArgumentException e) {
            throw notBelieved(e.toString());
        }
    }

    /** Signature by a key of the provider's set, issuer, audience, expiry and nonce; keys that a token brings are no keys. */
    private IDTokenValidator validator(Found found) {
        IDTokenValidator validator = new IDTokenValidator(
                found.metadata().getIssuer(),
                new ClientID(client.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, found.keys()),
                null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        return validator;
    }

    private ProviderPerson person(IDTokenClaimsSet claims) {
        String subject = claims.getSubject().getValue();
        if (subject.length() > MAX_SUBJECT || !subject.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw notBelieved("its subject is none");
        }
        return new ProviderPerson(
                client.issuer().toString(),
                subject,
                claims.getStringClaim("preferred_username"),
                claims.getStringClaim("name"));
    }

    private Found discover() {
        try {
            return discovery.read();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private SignInRefusedException refused(int status) {
        if (status >= HTTPResponse.SC_SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            return unavailable(new IOException("status " + status));
        }
        LOG.warn("{} refused a code with status {}", client, status);
        return new SignInRefusedException(Reason.DENIED);
    }

    private SignInRefusedException unavailable(Exception e) {
        LOG.warn("{} is out of reach: {}", client, e.toString());
        return new SignInRefusedException(Reason.PROVIDER_UNAVAILABLE);
    }

    private SignInRefusedException notBelieved(String why) {
        LOG.warn("what came from {} does not hold: {}", client, why);
        return new SignInRefusedException(Reason.NOT_BELIEVED);
    }
}
