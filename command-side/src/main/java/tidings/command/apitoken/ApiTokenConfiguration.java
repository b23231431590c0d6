package tidings.command.apitoken;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.account.AccountDirectory;
import tidings.command.account.registration.NameAssignments;
import tidings.command.dispatch.Decisions;
import tidings.command.ids.IdFactory;
import tidings.command.limits.CreationRates;
import tidings.command.limits.LimitProperties;
import tidings.command.session.Sessions;

@Configuration(proxyBeanMethods = false)
class ApiTokenConfiguration {

    @Bean
    Bots bots(
            JdbcClient jdbc,
            NameAssignments names,
            Decisions decisions,
            IdFactory ids,
            CreationRates rates,
            LimitProperties limits) {
        return new Bots(new BotStore(jdbc), names, decisions, ids, rates, limits.botsPerAccount());
    }

    @Bean
    ApiTokens apiTokens(
            JdbcClient jdbc,
            AccountDirectory accounts,
            Decisions decisions,
            Sessions sessions,
            IdFactory ids,
            CreationRates rates) {
        BotStore bots = new BotStore(jdbc);
        return new ApiTokens(
                new TokenStore(jdbc), bots, new TokenAuthority(bots, accounts, rates), decisions, sessions, ids);
    }
}
