package tidings.query.rebuild;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param commandUrls the command nodes, any of which serves the event feed
 * @param pageSize events per request to the feed, at most 5,000
 * @param levelLag how many records the new tables may be behind when they take over
 */
@ConfigurationProperties("tidings.rebuild")
record RebuildProperties(
        @DefaultValue List<URI> commandUrls,
        @DefaultValue("5000") int pageSize,
        @DefaultValue("500") long levelLag) {

    RebuildProperties {
        commandUrls = List.copyOf(commandUrls);
    }
}
