package tidings.query.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Fetches the key set from a file or over HTTP. */
final class JwksRetriever implements ResourceRetriever {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            URI uri = url.toURI();
            String text = "file".equals(uri.getScheme()) ? Files.readString(Path.of(uri)) : fetched(uri);
            return new Resource(text, "application/jwk-set+json");
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private String fetched(URI uri) throws IOException {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the key set answers " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
