package tidings.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.running.RealServers;

/** A whole node, beside the one that the other tests share: Spring's tests would stop that one for this. */
@ExtendWith(OutputCaptureExtension.class)
class RehearsingNodeIT {

    @Test
    void rehearsesBeforeItOpens(CapturedOutput output) {
        try (ConfigurableApplicationContext node = new SpringApplicationBuilder(CommandSideApplication.class)
                .initializers(new RealServers())
                .run("--TIDINGS_REHEARSAL=500ms", "--server.port=0")) {
            assertThat(output.getAll())
                    .doesNotContain(" 0 messages were")
                    .containsSubsequence(" messages were rehearsed in ", "Tomcat started on port");
            assertThat(node.getBean(JdbcTemplate.class).queryForList("SELECT 1 FROM domain_event_entry"))
                    .isEmpty();
        }
    }
}
