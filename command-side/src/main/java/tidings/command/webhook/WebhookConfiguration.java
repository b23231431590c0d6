package tidings.command.webhook;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.apitoken.Bots;
import tidings.command.channel.ChannelQueries;
import tidings.command.dispatch.Decisions;
import tidings.command.ids.IdFactory;
import tidings.command.limits.CreationRates;
import tidings.command.throttle.Throttles;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    private static final int BURST = 20;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Bean
    Webhooks webhooks(
            JdbcClient jdbc,
            Bots bots,
            ChannelQueries channels,
            Decisions decisions,
            IdFactory ids,
            CreationRates rates,
            Throttles throttles) {
        return new Webhooks(
                new WebhookStore(jdbc),
                new Makers(bots, rates, channels),
                decisions,
                ids,
                throttles.named("webhook", BURST, INTERVAL));
    }
}
