package tidings.command.oidc;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.account.AccountDirectory;
import tidings.command.account.registration.VouchedRegistration;
import tidings.command.ids.IdFactory;
import tidings.command.oidc.OidcSettings.Client;
import tidings.command.session.Sessions;

@Configuration(proxyBeanMethods = false)
class OidcConfiguration {

    @Bean
    OidcSettings oidcSettings(Environment environment) {
        return OidcSettings.of(environment);
    }

    @Bean
    ProviderAccounts providerAccounts(JdbcClient jdbc, VouchedRegistration registration, IdFactory ids) {
        return new ProviderAccounts(new IdentityStore(jdbc), registration, ids);
    }

    @Bean
    ProviderSignIn providerSignIn(
            OidcSettings settings,
            JdbcClient jdbc,
            ProviderAccounts accounts,
            AccountDirectory directory,
            Sessions sessions,
            Clock clock) {
        ProviderHttp http = new ProviderHttp(settings.timeout());
        Map<String, Provider> providers = settings.clients().stream()
                .collect(Collectors.toMap(
                        Client::name,
                        client -> new Provider(
                                client,
                                settings.callbackOf(client),
                                new Discovery(client.issuer(), http, clock),
                                http)));
        return new ProviderSignIn(
                providers, settings.publicUrl(), new AttemptStore(jdbc), accounts, directory, sessions);
    }
}
