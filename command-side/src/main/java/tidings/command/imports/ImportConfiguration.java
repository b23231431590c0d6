package tidings.command.imports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.account.AccountDirectory;
import tidings.command.account.registration.NameAssignments;
import tidings.command.channel.ChannelNames;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.ids.IdFactory;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    ImportIdentityStore importIdentityStore(JdbcTemplate jdbc) {
        return new ImportIdentityStore(jdbc);
    }

    @Bean
    ManyDecisions manyDecisions(CommandDispatcher dispatcher) {
        return new ManyDecisions(dispatcher);
    }

    @Bean
    AccountImport accountImport(
            ImportIdentityStore identities, NameAssignments names, ManyDecisions decisions, IdFactory ids) {
        return new AccountImport(identities, names, decisions, ids);
    }

    @Bean
    ChannelPlaces channelPlaces(ChannelNames names) {
        return new ChannelPlaces(names);
    }

    @Bean
    ChannelImport channelImport(
            ImportIdentityStore identities,
            ChannelPlaces places,
            AccountDirectory accounts,
            ManyDecisions decisions,
            IdFactory ids) {
        return new ChannelImport(identities, places, accounts, decisions, ids);
    }

    @Bean
    MessageImport messageImport(AccountDirectory accounts, ManyDecisions decisions, IdFactory ids) {
        return new MessageImport(accounts, decisions, ids);
    }
}
