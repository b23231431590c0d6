package tidings.command.reauthentication;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReauthenticationConfiguration {

    @Bean
    Reauthentication reauthentication(PasswordCheck passwords, CodeCheck codes, RecentSignIn signIns) {
        return new Reauthentication(passwords, codes, signIns);
    }
}
