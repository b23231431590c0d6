package tidings.command.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.account.password.PasswordHashing;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.Decisions;
import tidings.command.eventstore.InlineProjection;
import tidings.command.throttle.Throttles;
import tidings.events.account.AccountId;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class AccountConfiguration {

    @Bean
    AggregateType<Account> accountAggregate() {
        return new AggregateType<>(Account.class, id -> new Account(new AccountId(id)));
    }

    @Bean
    InlineProjection accountProjection() {
        return new AccountProjection();
    }

    @Bean
    PasswordHashing passwordHashing(AccountProperties properties) {
        return new PasswordHashing(
                properties.hashStrength(), properties.concurrentHashes(), properties.waitingHashes());
    }

    @Bean
    AccountThrottles accountThrottles(AccountProperties properties, Throttles throttles) {
        return new AccountThrottles(properties, throttles);
    }

    @Bean
    AccountStore accountStore(JdbcClient jdbc) {
        return new AccountStore(jdbc);
    }

    @Bean
    AdministratorStore administrators(JdbcClient jdbc, TransactionTemplate transaction) {
        return new AdministratorStore(jdbc, transaction);
    }

    @Bean
    OwnAccount ownAccount(
            AccountStore accounts,
            PasswordHashing hashing,
            AccountThrottles throttles,
            Decisions decisions,
            SignOut signOut,
            AdministratorStore administrators) {
        return new OwnAccount(accounts, hashing, throttles, decisions, signOut, administrators);
    }

    @Bean
    Administration administration(
            AccountDirectory accounts, Decisions decisions, SignOut signOut, AdministratorStore administrators) {
        return new Administration(accounts, decisions, signOut, administrators);
    }

    @Bean
    AccountNameStore accountNameStore(JdbcClient jdbc) {
        return new AccountNameStore(jdbc);
    }

    @Bean
    Login login(AccountDirectory accounts, PasswordHashing hashing, AccountThrottles throttles) {
        return new Login(accounts, hashing, throttles);
    }
}
