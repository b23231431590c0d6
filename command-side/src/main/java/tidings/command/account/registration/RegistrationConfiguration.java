package tidings.command.account.registration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.account.AccountThrottles;
import tidings.command.account.password.PasswordHashing;
import tidings.command.dispatch.Decisions;
import tidings.command.ids.IdFactory;

@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

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
            Decisions decisions,
            IdFactory ids) {
        return new Registration(names, hashing, throttles, decisions, ids);
    }

    @Bean
    VouchedRegistration vouchedRegistration(NameAssignments names, NameReservations founders, Decisions decisions) {
        return new VouchedRegistration(names, founders, decisions);
    }
}
