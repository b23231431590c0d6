package tidings.command.web;

import static tidings.command.web.Parameters.required;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.account.Login;
import tidings.command.account.Password;
import tidings.command.apitoken.ApiTokens;
import tidings.command.dispatch.RejectionCode;
import tidings.command.session.Caller;
import tidings.command.session.OwnSession;
import tidings.command.session.Sessions;
import tidings.command.session.Tickets;
import tidings.command.totp.SecondFactor;
import tidings.events.account.AccountId;

@RestController
class SessionController {

    private final Login login;
    private final Sessions sessions;
    private final Tickets tickets;
    private final SecondFactor secondFactor;
    private final ApiTokens apiTokens;

    SessionController(Login login, Sessions sessions, Tickets tickets, SecondFactor secondFactor, ApiTokens apiTokens) {
        this.login = login;
        this.sessions = sessions;
        this.tickets = tickets;
        this.secondFactor = secondFactor;
        this.apiTokens = apiTokens;
    }

    @Anonymous
    @PostMapping("/api/sessions")
    Tokens signIn(@RequestBody Credentials credentials, HttpServletRequest request) {
        Optional<AccountId> known = login.verify(
                required(credentials.username(), "username"),
                new Password(required(credentials.password(), "password")),
                request.getRemoteAddr());
        return known.filter(accountId -> passes(accountId, credentials.totp(), request.getRemoteAddr()))
                .map(accountId -> sessions.start(accountId, request.getHeader(HttpHeaders.USER_AGENT)))
                .map(Tokens::of)
                .orElseThrow(unauthenticated("username or password is wrong"));
    }

    @GetMapping("/api/sessions")
    List<OwnSession> list(Caller caller) {
        return Stream.concat(sessions.list(caller).stream(), apiTokens.asSessions(caller).stream())
                .toList();
    }

    @DeleteMapping("/api/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Caller caller) {
        sessions.endOthers(caller);
    }

    @DeleteMapping("/api/sessions/{sessionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable String sessionId) {
        if (!apiTokens.revoke(caller, sessionId) && !sessions.end(caller, sessionId)) {
            throw Parameters.notFound("no such session");
        }
    }

    /** Only who knew the password learns that something is missing. */
    private boolean passes(AccountId accountId, @Nullable String totp, String address) {
        return switch (secondFactor.check(accountId, totp, address)) {
            case NOT_NEEDED, RIGHT -> true;
            case MISSING -> throw new ProblemException(Problem.secondFactorRequired());
            case WRONG -> false;
        };
    }

    @Anonymous
    @PostMapping("/api/sessions/refresh")
    Tokens refresh(@RequestBody Refresh refresh) {
        return sessions.refresh(required(refresh.refreshToken(), "refreshToken"))
                .map(Tokens::of)
                .orElseThrow(unauthenticated("the refresh token is not valid"));
    }

    @DeleteMapping("/api/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller) {
        sessions.end(caller);
    }

    @PostMapping("/api/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    Ticket drawTicket(Caller caller) {
        return new Ticket(
                tickets.draw(new Tickets.Holder(caller.accountId(), caller.sessionId(), caller.accessEnds())));
    }

    private static Supplier<ProblemException> unauthenticated(String detail) {
        return () -> new ProblemException(Problem.of(RejectionCode.UNAUTHENTICATED, detail));
    }
}
