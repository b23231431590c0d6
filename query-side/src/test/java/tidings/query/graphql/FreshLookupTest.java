package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FreshLookupTest {

    private final FreshLookup fresh = new FreshLookup();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void findsWhatArrivesWhileItLooks() {
        assertThat(fresh.find(() -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of("here")))
                .contains("here");
        assertThat(looks).hasValue(3);
    }

    @Test
    void looksOnceForWhatIsThere() {
        assertThat(fresh.find(() -> Optional.of(looks.incrementAndGet()))).contains(1);
    }

    @Test
    void givesUpOnWhatDoesNotExist() {
        assertThat(fresh.find(() -> {
                    looks.incrementAndGet();
                    return Optional.empty();
                }))
                .isEmpty();
        assertThat(looks).hasValue(FreshLookup.MOST_LOOKS);
    }
}
