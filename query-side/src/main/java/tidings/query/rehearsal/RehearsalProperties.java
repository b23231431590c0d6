package tidings.query.rehearsal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rehearsal before the node opens.
 *
 * @param lasts how long is rehearsed; zero for not at all
 */
@ConfigurationProperties("tidings.rehearsal")
public record RehearsalProperties(@DefaultValue("0s") Duration lasts) {}
