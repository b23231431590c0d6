package tidings.query.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;

class SharesTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final AccountId ada = new AccountId(UUID.randomUUID());
    private final AccountId bob = new AccountId(UUID.randomUUID());

    @Test
    void givesNobodyMoreThanTheShareAndAllNoMoreThanTheWhole() throws InterruptedException {
        Shares shares = new Shares(2, 3);
        List<Permit> taken = new ArrayList<>();
        taken.add(shares.take(ada, AT_ONCE).orElseThrow());
        taken.add(shares.take(ada, AT_ONCE).orElseThrow());
        assertThat(shares.take(ada, AT_ONCE)).isEmpty();
        taken.add(shares.take(bob, AT_ONCE).orElseThrow());
        assertThat(shares.take(bob, AT_ONCE)).isEmpty();
        taken.getFirst().close();
        taken.getFirst().close();
        assertThat(shares.take(bob, AT_ONCE)).hasValueSatisfying(taken::add);
        assertThat(shares.take(ada, AT_ONCE)).isEmpty();
        taken.forEach(Permit::close);
        assertThat(shares.accounts()).isZero();
    }

    @Test
    void countsForEachKeyAndForgetsKeysThatHaveNothing() {
        Quota<String> quota = new Quota<>(1);
        Permit permit = quota.take("a").orElseThrow();
        assertThat(quota.take("a")).isEmpty();
        assertThat(quota.take("b")).hasValueSatisfying(Permit::close);
        permit.close();
        permit.close();
        assertThat(quota.keys()).isZero();
        assertThat(quota.take("a")).isPresent();
    }
}
