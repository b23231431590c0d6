package tidings.query;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.graphql.autoconfigure.servlet.GraphQlWebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tidings.query.kafka.ConsumerState;

/** The query node: projections from Kafka into MySQL, GraphQL out of them. */
@SpringBootApplication(proxyBeanMethods = false, exclude = GraphQlWebMvcAutoConfiguration.class)
@ConfigurationPropertiesScan
class QuerySide {

    private static final Logger LOG = LoggerFactory.getLogger(QuerySide.class);
    /** EX_SOFTWARE of sysexits.h: whoever supervises the process starts it anew. */
    private static final int CANNOT_GO_ON = 70;

    public static void main(String[] args) {
        SpringApplication.run(QuerySide.class, args)
                .getBean(ConsumerState.class)
                .whenHopeless(() -> {
                    LOG.error("the node cannot go on, and ends: its event loop fails each time");
                    Runtime.getRuntime().halt(CANNOT_GO_ON);
                });
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
