package tidings.command.totp;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.dispatch.Decisions;
import tidings.command.throttle.Throttles;

@Configuration(proxyBeanMethods = false)
class TotpConfiguration {

    private static final int GUESSES = 5;
    private static final int GUESSES_EVERYWHERE = 20;
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    @Bean
    SecondFactor secondFactor(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Decisions decisions,
            Clock clock,
            Throttles throttles,
            @Value("${tidings.sealing-key:}") String sealingKey) {
        return new SecondFactor(
                new SecondFactorStore(jdbc, transaction),
                new Seal(sealingKey),
                decisions,
                throttles.guesses("second-factor", GUESSES, GUESSES_EVERYWHERE, INTERVAL),
                clock);
    }
}
