package tidings.query.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Tomcat refuses by itself, because it is hardly HTTP, is answered like all else. Tomcat makes it by its class name. */
public final class UnparsedRequestValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(UnparsedRequestValve.class);
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (failure != null && status >= SERVER_ERROR) {
            LOG.error("a request failed", failure);
        }
        boolean ours = status >= SERVER_ERROR;
        try {
            byte[] body = ErrorAnswer.json(
                            ours ? "INTERNAL" : "BAD_REQUEST",
                            ours ? "something went wrong" : "the request is malformed")
                    .getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException hungUp) {
            LOG.debug("nobody is there to be told", hungUp);
        }
    }
}
