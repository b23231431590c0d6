package tidings.command.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks providers: over TLS, following no redirect, for a bounded time and a bounded answer. */
final class ProviderHttp implements ResourceRetriever {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final long MAX_BYTES = 262_144;

    private final HttpClient client;
    private final Duration timeout;

    ProviderHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Whether secrets may be sent there: by https, or to this machine itself. */
    static boolean isSafe(URI uri) {
        return uri.getHost() != null
                && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(uri.getHost())));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return "localhost".equals(host);
        }
    }

    String get(URI uri) throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri).header("Accept", "application/json"));
        if (answer.statusCode() != HTTPResponse.SC_OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            return new Resource(get(url.toURI()), "application/json");
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    HTTPResponse post(HTTPRequest form) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(form.getURI()).POST(HttpRequest.BodyPublishers.ofString(form.getBody()));
        form.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        HttpResponse<String> answer = send(request);
        HTTPResponse parsed = new HTTPResponse(answer.statusCode());
        try {
            parsed.setContentType(answer.headers().firstValue("Content-Type").orElse("application/json"));
        } catch (ParseException e) {
            throw new IOException(e);
        }
        parsed.setBody(answer.body());
        return parsed;
    }

    /** The client's own time-out ends with the headers; this one with the body. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request.timeout(timeout).build(),
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }
}
