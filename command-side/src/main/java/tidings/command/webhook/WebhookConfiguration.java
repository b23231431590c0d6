package tidings.command.webhook;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.account.AccountLog;
import tidings.command.account.Throttle;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.ids.IdFactory;
import tidings.command.store.LogQueries;
import tidings.command.token.Bots;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    private static final int BURST = 20;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Bean
    Webhooks webhooks(
            JdbcClient jdbc,
            Bots bots,
            LogQueries channels,
            AccountLog log,
            CommandDispatcher dispatcher,
            IdFactory ids,
            Clock clock) {
        return new Webhooks(
                new WebhookStore(jdbc), bots, channels, log, dispatcher, ids, new Throttle(BURST, INTERVAL, clock));
    }
}
