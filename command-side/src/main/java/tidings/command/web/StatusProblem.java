package tidings.command.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tidings.command.dispatch.RejectionCode;

/** What a bare HTTP status of the framework or the server means as a problem. */
final class StatusProblem {

    private StatusProblem() {}

    /** A problem for a status that has no refusal of ours behind it. */
    static Problem of(int statusCode) {
        @Nullable HttpStatus known = HttpStatus.resolve(statusCode);
        HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        return switch (status) {
            case UNAUTHORIZED -> Problem.of(RejectionCode.UNAUTHENTICATED, "this needs an access token");
            case NOT_FOUND -> Problem.of(RejectionCode.NOT_FOUND, "there is nothing here");
            case CONTENT_TOO_LARGE -> BodyFilter.tooLarge();
            case SERVICE_UNAVAILABLE -> Problem.of(RejectionCode.UNAVAILABLE, "not now");
            default -> {
                Optional<ProblemCode> code = Arrays.stream(ProblemCode.values())
                        .filter(own -> own != ProblemCode.INTERNAL && own.status() == status)
                        .findFirst();
                if (code.isPresent()) {
                    yield Problem.of(code.get(), status.getReasonPhrase().toLowerCase(Locale.ROOT));
                }
                yield status.is4xxClientError()
                        ? Problem.malformed(status)
                        : Problem.of(ProblemCode.INTERNAL, "something went wrong on our side");
            }
        };
    }
}
