package tidings.command.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** What Tomcat refuses by itself, because it is hardly HTTP, gets a problem, too. Tomcat makes it by its class name. */
public final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        if (failure != null && status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("a request failed", failure);
        } else if (failure != null) {
            LOG.debug("a request that is hardly HTTP", failure);
        }
        Problem problem = StatusProblem.of(status);
        try {
            byte[] body = ProblemWriter.json(problem).getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException hungUp) {
            LOG.debug("nobody is there to be told", hungUp);
        }
    }
}
