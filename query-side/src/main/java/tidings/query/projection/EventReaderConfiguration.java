package tidings.query.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.events.log.EventReader;

@Configuration(proxyBeanMethods = false)
class EventReaderConfiguration {

    @Bean
    EventReader eventReader() {
        return new EventReader(new JacksonEventJson());
    }
}
