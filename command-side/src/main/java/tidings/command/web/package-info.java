/**
 * The HTTP edge that all controllers share: authentication and scopes, bounded bodies, strict JSON, one shape of error (RFC
 * 9457). It knows no feature; each has its controllers beside its decisions ({@code docs/openapi.yaml} describes them all).
 */
@NullMarked
package tidings.command.web;

import org.jspecify.annotations.NullMarked;
