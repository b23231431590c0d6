package tidings.query.admission;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that reads or writes views goes through this template, and so through the shares. */
@Configuration(proxyBeanMethods = false)
class FairShareConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    @Primary
    JdbcTemplate jdbcTemplate(DataSource pool, AdmissionProperties admission, JdbcProperties properties) {
        Shares shares = new Shares(admission.connectionsPerAccount(), admission.connectionsForReading());
        JdbcTemplate template = new JdbcTemplate(new FairShareDataSource(pool, shares, PATIENCE));
        Duration timeout = properties.getTemplate().getQueryTimeout();
        if (timeout != null) {
            template.setQueryTimeout((int) timeout.toSeconds());
        }
        return template;
    }
}
