package tidings.system.violations.gateway;

import com.nimbusds.jwt.SignedJWT;

/** Has an opinion of its own on tokens (R3). */
record ReadsTokens(SignedJWT token) {}
