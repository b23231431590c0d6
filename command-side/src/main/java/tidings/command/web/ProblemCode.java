package tidings.command.web;

import org.springframework.http.HttpStatus;

/** The stable codes of this interface that no command is refused with; the others are {@code RejectionCode}. */
public enum ProblemCode {
    SECOND_FACTOR_REQUIRED(HttpStatus.UNAUTHORIZED),
    REAUTHENTICATION_REQUIRED(HttpStatus.UNAUTHORIZED),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT),
    URI_TOO_LONG(HttpStatus.URI_TOO_LONG),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    REQUEST_HEADER_FIELDS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
