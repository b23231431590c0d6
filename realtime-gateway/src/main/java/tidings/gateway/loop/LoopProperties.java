package tidings.gateway.loop;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param count of event loops, 0 for one for each processor
 */
@ConfigurationProperties("tidings.loops")
public record LoopProperties(@DefaultValue("0") int count) {

    int threads() {
        return count > 0 ? count : Runtime.getRuntime().availableProcessors();
    }
}
