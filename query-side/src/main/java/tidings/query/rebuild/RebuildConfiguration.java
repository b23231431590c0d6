package tidings.query.rebuild;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.query.kafka.LogTail;
import tidings.query.projection.Projector;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    @Bean
    Replays replays(
            RebuildProperties properties,
            EventFeed feed,
            LogTail tail,
            Projector projector,
            ShadowTablesStore tables,
            DigestQueries digests,
            ReplayStore store,
            ReplayIdFactory ids,
            Clock clock) {
        return new Replays(
                new ReplayParts(
                        feed,
                        tail,
                        projector,
                        tables,
                        digests,
                        store,
                        Executors.newVirtualThreadPerTaskExecutor(),
                        clock,
                        properties.levelLag()),
                ids);
    }
}
