package tidings.command.rehearsal;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.command.channel.Channel;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.DispatchProperties;
import tidings.command.store.ScratchStore;
import tidings.command.store.StoreProperties;
import tidings.command.stream.StreamServer;

@Configuration(proxyBeanMethods = false)
class RehearsalConfiguration {

    @Bean
    Rehearsal rehearsal(
            RehearsalProperties properties,
            HikariDataSource dataSource,
            StoreProperties store,
            DispatchProperties dispatch,
            AggregateType<Channel> channels,
            StreamServer.Services services,
            Clock clock) {
        return new Rehearsal(
                properties,
                () -> ScratchStore.beside(dataSource, store),
                new Stage.Parts(dispatch, channels, services, clock));
    }
}
