package tidings.command.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tidings.command.running.CommandNodeTest;

@ExtendWith(OutputCaptureExtension.class)
@CommandNodeTest
@TestPropertySource(properties = "TIDINGS_REHEARSAL=500ms")
class RehearsingNodeIT {

    private final JdbcTemplate jdbc;

    @Autowired
    RehearsingNodeIT(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void rehearsesBeforeItOpens(CapturedOutput output) {
        assertThat(output.getAll())
                .doesNotContain(" 0 messages were")
                .containsSubsequence(" messages were rehearsed in ", "Tomcat started on port");
        assertThat(jdbc.queryForList("SELECT 1 FROM domain_event_entry")).isEmpty();
    }
}
