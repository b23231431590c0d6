package tidings.command.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Turns whatever ends a request early into a problem. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void problem(ProblemException e, HttpServletResponse response) throws IOException {
        problems.write(response, e);
    }

    @ExceptionHandler
    void refused(CommandRefusedException e, HttpServletResponse response) throws IOException {
        problems.write(response, Problem.of(e));
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException e, HttpServletResponse response) throws IOException {
        String detail = "the body is not the JSON that this call takes";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                problems.write(response, BodyFilter.tooLarge());
                return;
            }
            if (cause instanceof BodyTooSlowException) {
                problems.write(response, StatusProblem.of(HttpStatus.REQUEST_TIMEOUT.value()));
                return;
            }
            if (cause instanceof DatabindException mismatch
                    && !mismatch.getPath().isEmpty()) {
                detail = "a value of the wrong type: " + where(mismatch);
            } else if (cause instanceof StreamReadException broken && isDuplicate(broken)) {
                detail = "a name stands twice in an object";
            }
        }
        problems.write(response, badFrame(detail));
    }

    private static boolean isDuplicate(StreamReadException broken) {
        return String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate ");
    }

    /** The path to a field that the call knows: names of ours, and indices. */
    private static String where(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    @ExceptionHandler
    void mistyped(TypeMismatchException e, HttpServletResponse response) throws IOException {
        problems.write(response, badFrame("a parameter has the wrong type"));
    }

    @ExceptionHandler
    void outOfReach(DataAccessException e, HttpServletResponse response) throws IOException {
        if (e instanceof NonTransientDataAccessException && e instanceof DataIntegrityViolationException) {
            failed(e, response);
            return;
        }
        unavailable(e, response);
    }

    @ExceptionHandler
    void outOfReach(TransactionException e, HttpServletResponse response) throws IOException {
        unavailable(e, response);
    }

    @ExceptionHandler
    void hungUp(AsyncRequestNotUsableException e) {
        LOG.debug("the client hung up", e);
    }

    /** What Spring refuses by itself (unknown route, wrong method, media type), and everything that is a bug. */
    @ExceptionHandler
    void other(Exception e, HttpServletResponse response) throws IOException {
        if (e instanceof ErrorResponse refusal) {
            refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            problems.write(response, StatusProblem.of(refusal.getStatusCode().value()));
            return;
        }
        failed(e, response);
    }

    private void failed(Exception e, HttpServletResponse response) throws IOException {
        LOG.error("a request failed", e);
        problems.write(response, StatusProblem.of(HttpStatus.INTERNAL_SERVER_ERROR.value()));
    }

    private void unavailable(Exception e, HttpServletResponse response) throws IOException {
        LOG.warn("the database is out of reach: {}", e.toString());
        problems.write(
                response, Problem.of(RejectionCode.UNAVAILABLE, "the database is out of reach", Duration.ofSeconds(1)));
    }

    private static Problem badFrame(String detail) {
        return Problem.of(RejectionCode.BAD_FRAME, detail);
    }
}
