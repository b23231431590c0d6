package tidings.command.rehearsal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the node rehearses before it opens.
 *
 * @param lasts for how long; zero for not at all
 */
@ConfigurationProperties("tidings.rehearsal")
public record RehearsalProperties(@DefaultValue("0s") Duration lasts) {}
