package tidings.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tidings.events.EventCatalogue;
import tidings.system.stage.Program;
import tidings.system.stage.Stage;

class BrowserIT {

    private final Stage stage = Stage.shared();

    /** The web client's own Playwright suite; what it reports is the message of a failure. */
    @Test
    void theWebClientWorksInChromium() {
        Program playwright = Program.run(
                Path.of("..", "web-client").toAbsolutePath().normalize(),
                Map.of("TIDINGS_URL", stage.site().toString(), "TIDINGS_EVENT_TYPES", catalogue(), "CI", "true"),
                List.of("npx", "playwright", "test", "--reporter=line"));
        assertThat(playwright.exitCode()).as(playwright.output()).isZero();
    }

    /** The event types that an open page is sent, each of which it must survive. */
    private static String catalogue() {
        return EventCatalogue.events().stream().map(Class::getSimpleName).collect(Collectors.joining(","));
    }
}
