package tidings.query;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.graphql.autoconfigure.servlet.GraphQlWebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The query node: projections from Kafka into MySQL, GraphQL out of them. */
@SpringBootApplication(proxyBeanMethods = false, exclude = GraphQlWebMvcAutoConfiguration.class)
@ConfigurationPropertiesScan
class QuerySide {

    public static void main(String[] args) {
        SpringApplication.run(QuerySide.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
