package tidings.command.reauthentication;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.command.account.OwnAccount;
import tidings.command.session.Sessions;
import tidings.command.totp.SecondFactor;

@Configuration(proxyBeanMethods = false)
class ReauthenticationConfiguration {

    @Bean
    Reauthentication reauthentication(OwnAccount account, SecondFactor secondFactor, Sessions sessions) {
        return new Reauthentication(account, secondFactor, sessions);
    }
}
