package tidings.command.account;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class AccountConfiguration {

    @Bean
    AggregateType<Account> accountAggregate() {
        return new AggregateType<>(Account.class, id -> new Account(new AccountId(id)), account -> 1);
    }

    @Bean
    PasswordHashing passwordHashing(AccountProperties properties) {
        return new PasswordHashing(
                properties.hashStrength(), properties.concurrentHashes(), properties.waitingHashes());
    }

    @Bean
    AccountThrottles accountThrottles(AccountProperties properties, Clock clock) {
        return new AccountThrottles(properties, clock);
    }

    @Bean
    AccountStore accountStore(JdbcClient jdbc) {
        return new AccountStore(jdbc);
    }

    @Bean
    AccountLog accountLog(CommandDispatcher dispatcher) {
        return new AccountLog(dispatcher);
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
            AccountLog log,
            SignOut signOut,
            AdministratorStore administrators) {
        return new OwnAccount(accounts, hashing, throttles, log, signOut, administrators);
    }

    @Bean
    Administration administration(
            AccountDirectory accounts, AccountLog log, SignOut signOut, AdministratorStore administrators) {
        return new Administration(accounts, log, signOut, administrators);
    }

    @Bean
    AccountNameStore accountNameStore(JdbcClient jdbc) {
        return new AccountNameStore(jdbc);
    }

    @Bean
    NameReservationStore nameReservationStore(JdbcClient jdbc, TransactionTemplate transaction) {
        return new NameReservationStore(jdbc, transaction);
    }

    @Bean
    NameAssignments nameAssignments(JdbcTemplate jdbc) {
        return new NameAssignmentStore(jdbc);
    }

    @Bean
    Registration registration(
            NameReservations names,
            PasswordHashing hashing,
            AccountThrottles throttles,
            CommandDispatcher dispatcher,
            IdFactory ids) {
        return new Registration(names, hashing, throttles, dispatcher, ids);
    }

    @Bean
    VouchedRegistration vouchedRegistration(
            NameAssignments names, NameReservations founders, CommandDispatcher dispatcher) {
        return new VouchedRegistration(names, founders, dispatcher);
    }

    @Bean
    Login login(AccountDirectory accounts, PasswordHashing hashing, AccountThrottles throttles) {
        return new Login(accounts, hashing, throttles);
    }
}
