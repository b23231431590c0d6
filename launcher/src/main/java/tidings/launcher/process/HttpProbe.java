package tidings.launcher.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** GET answers 200. What it answers else is what is heard: services name the parts that they wait for. */
final class HttpProbe implements Probe {
    private static final int MOST_HEARD = 200;

    private final URI uri;
    private volatile String heard = "";

    HttpProbe(URI uri) {
        this.uri = uri;
    }

    @Override
    public boolean answers() {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(1))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            String text = answer.statusCode() + " " + answer.body().strip();
            heard = text.length() <= MOST_HEARD ? text : text.substring(0, MOST_HEARD) + "…";
            return answer.statusCode() == 200;
        } catch (IOException e) {
            heard = "";
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String heard() {
        return heard;
    }
}
