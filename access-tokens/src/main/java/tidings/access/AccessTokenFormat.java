package tidings.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;

/** What every access token has in common (RFC 9068). */
final class AccessTokenFormat {

    static final String ISSUER = "tidings";
    static final String AUDIENCE = "tidings";
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

    /** The claim that names the session. */
    static final String SESSION = "sid";

    static final String ROLES = "roles";
    static final String SCOPE = "scope";

    private AccessTokenFormat() {}
}
