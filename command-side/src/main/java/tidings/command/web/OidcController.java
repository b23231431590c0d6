package tidings.command.web;

import static tidings.command.web.Parameters.required;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;
import tidings.command.account.AccountThrottles;
import tidings.command.dispatch.RejectionCode;
import tidings.command.oidc.ProviderSignIn;
import tidings.command.oidc.ProviderSignIn.Begun;
import tidings.command.oidc.ProviderSignIn.ProviderAnswer;
import tidings.command.oidc.SignInRefused;
import tidings.command.throttle.TooManyAttempts;

@RestController
class OidcController {

    private static final String COOKIE = "tidings-sign-in";
    private static final Duration COOKIE_LIFE = Duration.ofMinutes(11);

    private final ProviderSignIn signIn;
    private final AccountThrottles throttles;
    private final ProblemWriter problems;

    OidcController(ProviderSignIn signIn, AccountThrottles throttles, ProblemWriter problems) {
        this.signIn = signIn;
        this.throttles = throttles;
        this.problems = problems;
    }

    record Providers(List<String> providers) {}

    record Handover(@Nullable String code) {
        @Override
        public String toString() {
            return "Handover[…]";
        }
    }

    @Anonymous
    @GetMapping("/api/oidc")
    Providers providers() {
        return new Providers(signIn.providers());
    }

    @Anonymous
    @GetMapping("/api/oidc/{provider}/start")
    ResponseEntity<Void> start(@PathVariable String provider, HttpServletRequest request) {
        TooManyAttempts.requireNone(throttles.attempt(request.getRemoteAddr()));
        Begun begun = signIn.begin(provider);
        return goTo(begun.location())
                .header(HttpHeaders.SET_COOKIE, cookie(begun.browser(), COOKIE_LIFE))
                .build();
    }

    @Anonymous
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

    @Anonymous
    @PostMapping("/api/sessions/oidc")
    ResponseEntity<Tokens> trade(@RequestBody Handover handover, HttpServletRequest request) {
        return signIn.trade(
                        required(handover.code(), "code"), secretOf(request), request.getHeader(HttpHeaders.USER_AGENT))
                .map(pair -> ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                        .body(Tokens.of(pair)))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(RejectionCode.UNAUTHENTICATED, "the code is not valid in this browser")));
    }

    @ExceptionHandler
    void refused(SignInRefused e, HttpServletResponse response) throws IOException {
        problems.write(response, problem(e.reason()));
    }

    private static Problem problem(SignInRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN_PROVIDER -> Problem.of(RejectionCode.NOT_FOUND, "no such provider");
            case NOT_BEGUN ->
                Problem.named(
                        "sign-in-not-begun",
                        RejectionCode.FORBIDDEN,
                        "this browser began no such sign-in, or too long ago; begin again");
            case DENIED -> Problem.named("sign-in-denied", RejectionCode.FORBIDDEN, "the provider refused");
            case PROVIDER_UNAVAILABLE ->
                Problem.named("provider-unavailable", RejectionCode.UNAVAILABLE, "the provider is out of reach");
            case NOT_BELIEVED ->
                Problem.named("provider-not-believed", RejectionCode.FORBIDDEN, "the provider's answer does not hold");
            case ACCOUNT_INACTIVE ->
                Problem.named("account-inactive", RejectionCode.FORBIDDEN, "this account may not sign in");
        };
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
