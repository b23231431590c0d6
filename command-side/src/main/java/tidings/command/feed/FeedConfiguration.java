package tidings.command.feed;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    FeedQueries feedQueries(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new FeedQueries(jdbc, transactions);
    }
}
