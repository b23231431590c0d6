package tidings.command.session;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.access.AccessTokenIssuer;
import tidings.command.account.AccountDirectory;
import tidings.command.background.BackgroundTasks;
import tidings.command.dispatch.Decisions;
import tidings.command.ids.IdFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
class SessionConfiguration {

    @Bean
    SessionStore sessionStore(JdbcClient jdbc, TransactionTemplate transaction, SessionProperties properties) {
        return new SessionStore(jdbc, transaction, properties.refreshTtl());
    }

    @Bean
    SessionEndings sessionEndings(SessionStore store, Decisions decisions, BackgroundTasks tasks) {
        return new SessionEndings(store, decisions, tasks);
    }

    @Bean
    Tickets tickets(JdbcClient jdbc, SessionStore sessions) {
        return new TicketStore(jdbc, sessions);
    }

    @Bean
    Sessions sessions(
            SessionStore store,
            SessionEndings endings,
            AccountDirectory accounts,
            AccessTokenIssuer tokens,
            IdFactory ids) {
        return new Sessions(store, endings, accounts, tokens, ids);
    }
}
