package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tidings.command.relay.RelayProperties;

/** Settings keep their public names. */
class StorePropertiesTest {

    @Test
    void theBatchWindowIsSetByThePublicNames() {
        Binder binder = new Binder(new MapConfigurationPropertySource(
                Map.of("tidings.store.pace", "3ms", "tidings.store.enough", "5", "tidings.relay.gather", "7ms")));

        StoreProperties store =
                binder.bind("tidings.store", StoreProperties.class).get();
        assertThat(store.batchWindow()).isEqualTo(Duration.ofMillis(3));
        assertThat(store.batchSize()).isEqualTo(5);
        assertThat(binder.bind("tidings.relay", RelayProperties.class).get().batchWindow())
                .isEqualTo(Duration.ofMillis(7));
    }
}
