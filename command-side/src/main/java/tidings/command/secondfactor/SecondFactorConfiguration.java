package tidings.command.secondfactor;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.account.AccountLog;
import tidings.command.account.Throttle;

@Configuration(proxyBeanMethods = false)
class SecondFactorConfiguration {

    private static final int GUESSES = 5;
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    @Bean
    SecondFactor secondFactor(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AccountLog log,
            Clock clock,
            @Value("${tidings.sealing-key:}") String sealingKey) {
        return new SecondFactor(
                new SecondFactorStore(jdbc, transaction),
                new Seal(sealingKey),
                log,
                new Throttle(GUESSES, INTERVAL, clock),
                clock);
    }
}
