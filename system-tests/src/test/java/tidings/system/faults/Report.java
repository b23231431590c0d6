package tidings.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.system.client.Answers;

/** Says of each fault for how long sends failed: in the log, and in {@code target/faults.md}. */
final class Report {

    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    private static final Path ROWS = Path.of("target", "faults.md");

    private Report() {}

    static void of(String fault, Crowd crowd) {
        LOG.info("fault {}: {} hangs, {}", fault, crowd.hangs(), crowd.complaints());
        Answers answers = crowd.answers();
        of(
                fault,
                "sends failed for %.1f s, the longest wait was %.1f s, %d sends"
                        .formatted(answers.secondsInWhichSendsFailed(), answers.longestWaitSeconds(), answers.count()));
    }

    static void of(String fault, String what) {
        LOG.info("fault {}: {}", fault, what);
        try {
            Files.writeString(
                    ROWS,
                    String.format(Locale.ROOT, "| %s | %s |%n", fault, what),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
