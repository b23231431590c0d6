package tidings.gateway.socket;

import io.netty.handler.codec.http.HttpResponseStatus;

/** Why a plain HTTP request is refused: the stable codes of the problems (RFC 9457) before the upgrade. */
enum HttpProblem {
    BAD_FRAME(HttpResponseStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpResponseStatus.UNAUTHORIZED),
    FORBIDDEN(HttpResponseStatus.FORBIDDEN),
    NOT_FOUND(HttpResponseStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpResponseStatus.METHOD_NOT_ALLOWED),
    TOO_LARGE(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE),
    URI_TOO_LONG(HttpResponseStatus.REQUEST_URI_TOO_LONG),
    EXPECTATION_FAILED(HttpResponseStatus.EXPECTATION_FAILED),
    UPGRADE_REQUIRED(HttpResponseStatus.UPGRADE_REQUIRED),
    REQUEST_HEADER_FIELDS_TOO_LARGE(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    UNAVAILABLE(HttpResponseStatus.SERVICE_UNAVAILABLE);

    private final HttpResponseStatus status;

    HttpProblem(HttpResponseStatus status) {
        this.status = status;
    }

    HttpResponseStatus status() {
        return status;
    }
}
