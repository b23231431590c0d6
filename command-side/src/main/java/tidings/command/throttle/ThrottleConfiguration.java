package tidings.command.throttle;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tidings.command.web.RequestArgument;

@Configuration(proxyBeanMethods = false)
class ThrottleConfiguration {

    @Bean
    Throttles throttles(JdbcClient jdbc) {
        return new Throttles(new ThrottleStore(jdbc), new KnownAddressStore(jdbc));
    }

    @Bean
    DeviceCookie deviceCookie(@Value("${TIDINGS_PUBLIC_URL:}") String publicUrl) {
        return new DeviceCookie(publicUrl.startsWith("https:"));
    }

    @Bean
    WebMvcConfigurer originArguments(DeviceCookie devices) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestArgument<>(Origin.class, devices::origin));
            }
        };
    }
}
