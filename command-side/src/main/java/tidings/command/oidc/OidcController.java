package tidings.command.oidc;

import static tidings.command.web.Parameters.required;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;
import tidings.command.account.AccountThrottles;
import tidings.command.dispatch.RejectionCode;
import tidings.command.oidc.ProviderSignIn.Begun;
import tidings.command.oidc.ProviderSignIn.ProviderAnswer;
import tidings.command.session.Sessions.TokenPair;
import tidings.command.throttle.Throttle;
import tidings.command.web.Problem;
import tidings.command.web.ProblemException;

@RestController
class OidcController {

    private static final String COOKIE = "tidings-sign-in";
    private static final Duration COOKIE_LIFE = Duration.ofMinutes(11);

    private final ProviderSignIn signIn;
    private final AccountThrottles throttles;

    OidcController(ProviderSignIn signIn, AccountThrottles throttles) {
        this.signIn = signIn;
        this.throttles = throttles;
    }

    record Providers(List<String> providers) {}

    record Handover(@Nullable String code) {
        @Override
        public String toString() {
            return "Handover[…]";
        }
    }

    @PermitAll
    @GetMapping("/api/oidc")
    Providers providers() {
        return new Providers(signIn.providers());
    }

    @PermitAll
    @GetMapping("/api/oidc/{provider}/start")
    ResponseEntity<Void> start(@PathVariable String provider, HttpServletRequest request) {
        Throttle.requireNoWait(throttles.attempt(request.getRemoteAddr()));
        Begun begun = signIn.begin(provider);
        return goTo(begun.location())
                .header(HttpHeaders.SET_COOKIE, cookie(begun.browser(), COOKIE_LIFE))
                .build();
    }

    @PermitAll
    @GetMapping("/api/oidc/{provider}/callback")
    ResponseEntity<Void> callback(
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request) {
        return goTo(signIn.comeBack(provider, new ProviderAnswer(state, code, error, iss), secretOf(request)))
                .build();
    }

    @PermitAll
    @PostMapping("/api/sessions/oidc")
    ResponseEntity<TokenPair> trade(@RequestBody Handover handover, HttpServletRequest request) {
        return signIn.trade(
                        required(handover.code(), "code"), secretOf(request), request.getHeader(HttpHeaders.USER_AGENT))
                .map(pair -> ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                        .body(pair))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(RejectionCode.UNAUTHENTICATED, "the code is not valid in this browser")));
    }

    /** What is in the address on the way is told to nobody. */
    private static ResponseEntity.HeadersBuilder<?> goTo(URI location) {
        return ResponseEntity.status(HttpStatus.FOUND).location(location).header("Referrer-Policy", "no-referrer");
    }

    private String cookie(String secret, Duration life) {
        return ResponseCookie.from(cookieName(), secret)
                .httpOnly(true)
                .secure(signIn.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }

    /** By https nobody else, not even a neighbouring host, can set it (RFC 6265bis). */
    private String cookieName() {
        return signIn.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }

    private @Nullable String secretOf(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, cookieName());
        return cookie == null ? null : cookie.getValue();
    }
}
