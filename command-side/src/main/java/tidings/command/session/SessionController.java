package tidings.command.session;

import static tidings.command.web.Parameters.required;

import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.account.Login;
import tidings.command.account.password.Password;
import tidings.command.dispatch.RejectionCode;
import tidings.command.session.Sessions.TokenPair;
import tidings.command.throttle.DeviceCookie;
import tidings.command.throttle.DeviceToken;
import tidings.command.throttle.Origin;
import tidings.command.totp.SecondFactor;
import tidings.command.web.Parameters;
import tidings.command.web.Problem;
import tidings.command.web.ProblemCode;
import tidings.command.web.ProblemException;
import tidings.events.account.AccountId;

@RestController
class SessionController {

    private final Login login;
    private final Sessions sessions;
    private final Tickets tickets;
    private final SecondFactor secondFactor;
    private final ApiTokenSessions apiTokens;
    private final DeviceCookie devices;

    SessionController(
            Login login,
            Sessions sessions,
            Tickets tickets,
            SecondFactor secondFactor,
            ApiTokenSessions apiTokens,
            DeviceCookie devices) {
        this.login = login;
        this.sessions = sessions;
        this.tickets = tickets;
        this.secondFactor = secondFactor;
        this.apiTokens = apiTokens;
        this.devices = devices;
    }

    record Credentials(
            @Nullable String username,
            @Nullable String password,
            @Nullable String totp) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    record Refresh(@Nullable String refreshToken) {
        @Override
        public String toString() {
            return "Refresh[…]";
        }
    }

    record Ticket(String ticket) {
        @Override
        public String toString() {
            return "Ticket[…]";
        }
    }

    @PermitAll
    @PostMapping("/api/sessions")
    ResponseEntity<TokenPair> signIn(
            @RequestBody Credentials credentials,
            Origin origin,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
        String username = required(credentials.username(), "username");
        AccountId accountId = login.verify(username, new Password(required(credentials.password(), "password")), origin)
                .filter(known -> passes(known, credentials.totp(), origin))
                .orElseThrow(unauthenticated("username or password is wrong"));
        DeviceToken device = login.remember(username, origin);
        secondFactor.remember(accountId, device);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, devices.set(device))
                .body(sessions.start(accountId, userAgent));
    }

    @GetMapping("/api/sessions")
    List<OwnSession> list(Identity caller) {
        return Stream.concat(sessions.list(caller).stream(), apiTokens.list(caller).stream())
                .toList();
    }

    @DeleteMapping("/api/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Identity caller) {
        sessions.endOthers(caller);
    }

    @DeleteMapping("/api/sessions/{sessionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Identity caller, @PathVariable String sessionId) {
        if (!apiTokens.end(caller, sessionId) && !sessions.end(caller, sessionId)) {
            throw Parameters.notFound("no such session");
        }
    }

    /** Only who knew the password learns that something is missing. */
    private boolean passes(AccountId accountId, @Nullable String totp, Origin origin) {
        return switch (secondFactor.check(accountId, totp, origin)) {
            case NOT_NEEDED, RIGHT -> true;
            case MISSING ->
                throw new ProblemException(Problem.named(
                        "second-factor-required",
                        ProblemCode.SECOND_FACTOR_REQUIRED,
                        "a one-time password is needed: totp"));
            case WRONG -> false;
        };
    }

    @PermitAll
    @PostMapping("/api/sessions/refresh")
    TokenPair refresh(@RequestBody Refresh refresh) {
        return sessions.refresh(required(refresh.refreshToken(), "refreshToken"))
                .orElseThrow(unauthenticated("the refresh token is not valid"));
    }

    @DeleteMapping("/api/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Identity caller) {
        sessions.end(caller);
    }

    @PostMapping("/api/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    Ticket drawTicket(Identity caller) {
        return new Ticket(tickets.draw(new Tickets.Holder(caller.accountId(), caller.sessionId(), caller.expiresAt())));
    }

    private static Supplier<ProblemException> unauthenticated(String detail) {
        return () -> new ProblemException(Problem.of(RejectionCode.UNAUTHENTICATED, detail));
    }
}
