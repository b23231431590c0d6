package tidings.query.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.coyote.CloseNowException;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.Exceptions;
import tidings.access.Identity;
import tidings.query.access.ErrorAnswer;
import tidings.query.access.ViewerFilter;
import tidings.query.graphql.ErrorCode;
import tidings.query.graphql.QueryRefusedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers queries: {@code POST /graphql} by GraphQL over HTTP. Every error is answered in one form, {@code errors}
 * with a code in {@code extensions}. Subscriptions are for sockets only.
 */
@Controller
final class QueryEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(QueryEndpoint.class);
    private static final int MAX_BODY_BYTES = 256 * 1024;
    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    private final WebGraphQlHandler handler;
    private final JsonMapper json;
    private final Duration bodyTime;

    QueryEndpoint(
            WebGraphQlHandler handler, JsonMapper json, @Value("${tidings.requests.body-time}") Duration bodyTime) {
        this.handler = handler;
        this.json = json;
        this.bodyTime = bodyTime;
    }

    @PostMapping("/graphql")
    void query(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AnswerFormat> format = AnswerFormat.accepted(request.getHeader(HttpHeaders.ACCEPT));
        if (format.isEmpty()) {
            refuse(
                    response,
                    406,
                    ErrorCode.NOT_ACCEPTABLE,
                    "answers are application/graphql-response+json or application/json; subscriptions go over a"
                            + " WebSocket");
            return;
        }
        if (!IncomingBody.isPlain(request)) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, IncomingBody.PLAIN);
            refuse(response, 415, ErrorCode.BAD_REQUEST, "a body is sent as it is, without a Content-Encoding");
            return;
        }
        byte[] body;
        try {
            body = IncomingBody.read(request, MAX_BODY_BYTES + 1, bodyTime);
        } catch (IncomingBody.TooSlowException e) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            refuse(response, 408, ErrorCode.TIMEOUT, "the body takes too long");
            response.flushBuffer();
            // the container would read the rest of it first
            throw new CloseNowException();
        }
        if (body.length > MAX_BODY_BYTES) {
            refuse(response, 413, ErrorCode.TOO_LARGE, "a request has at most " + MAX_BODY_BYTES + " bytes");
            return;
        }
        try {
            answer(request, RequestBody.request(RequestBody.json(body)), response, format.get());
        } catch (RequestBody.MalformedException e) {
            refuse(response, 400, ErrorCode.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private void answer(
            HttpServletRequest request, GraphQlRequest asked, HttpServletResponse response, AnswerFormat format)
            throws IOException {
        WebGraphQlResponse answer;
        try {
            answer = handler.handleRequest(webRequest(request, asked))
                    .timeout(MAX_TIME)
                    .block();
        } catch (RuntimeException e) {
            failed(response, e);
            return;
        }
        if (answer == null) {
            throw new IllegalStateException("a query without an answer");
        }
        if (answer.getData() instanceof Publisher) {
            refuse(
                    response,
                    400,
                    ErrorCode.BAD_REQUEST,
                    "subscriptions go over a WebSocket at this path, by the protocol graphql-transport-ws");
            return;
        }
        response.setStatus(status(answer, format));
        response.setContentType(format.type().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(answer.toMap()));
    }

    private static void failed(HttpServletResponse response, RuntimeException failure) throws IOException {
        Throwable cause = Exceptions.unwrap(failure);
        if (cause instanceof QueryRefusedException refused) {
            int status = refused.code() == ErrorCode.UNAUTHENTICATED ? 401 : 400;
            refuse(response, status, refused.code(), String.valueOf(refused.getMessage()));
        } else if (cause instanceof TimeoutException) {
            refuse(response, 504, ErrorCode.TIMEOUT, "the query took too long");
        } else {
            LOG.warn("a query failed", failure);
            refuse(response, 500, ErrorCode.INTERNAL, "the query failed");
        }
    }

    private static int status(WebGraphQlResponse answer, AnswerFormat format) {
        boolean carriedOut = answer.getExecutionResult().isDataPresent();
        return carriedOut || format == AnswerFormat.JSON ? 200 : 400;
    }

    private static WebGraphQlRequest webRequest(HttpServletRequest request, GraphQlRequest asked) {
        Map<String, Object> attributes = new HashMap<>();
        if (request.getAttribute(ViewerFilter.VIEWER) instanceof Identity viewer) {
            attributes.put(ViewerFilter.VIEWER, viewer);
        }
        return new WebGraphQlRequest(
                URI.create(request.getRequestURI()),
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                null,
                attributes,
                asked,
                request.getRequestId(),
                request.getLocale());
    }

    private static void refuse(HttpServletResponse response, int status, ErrorCode code, String message)
            throws IOException {
        ErrorAnswer.send(response, status, code.name(), message);
    }
}
