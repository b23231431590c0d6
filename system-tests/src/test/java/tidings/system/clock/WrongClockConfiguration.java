package tidings.system.clock;

import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts a {@link WrongClock} in the place of a node's clock, in Axon too. */
@Configuration(proxyBeanMethods = false)
class WrongClockConfiguration {

    static final String FILE = "tidings.system.clock-file";

    @Bean
    static BeanPostProcessor wrongClock() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof Clock right)) {
                    return bean;
                }
                WrongClock wrong = new WrongClock(right, Path.of(System.getProperty(FILE)));
                GenericEventMessage.clock = wrong;
                return wrong;
            }
        };
    }
}
