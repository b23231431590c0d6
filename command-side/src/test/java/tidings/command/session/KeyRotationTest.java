package tidings.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.command.account.AccountRole;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;

class KeyRotationTest {

    private static final AccountId ADA = AccountId.parse("0198c2a0-0000-7000-8000-0000000000aa");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T03:04:05Z"));
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    @Test
    void signsWithTheNewestKeyAndStillKnowsTheOldOnes() throws IOException {
        ECKey old = TestKeys.generate("old");
        Path file = TestKeys.write(folder.resolve("keys.json"), old);
        SigningKeys keys = new SigningKeys(file);
        AccessTokens tokens = new AccessTokens(keys, new IdFactory(clock), clock, Duration.ofMinutes(15));
        AccessTokenVerifier elsewhere = new AccessTokenVerifier(new VerificationKeys(file.toUri(), clock), clock);
        String before = tokens.issue(ADA, "s-1", Set.of(AccountRole.USER), null);
        assertThat(elsewhere.verify(before)).isPresent();

        TestKeys.write(file, TestKeys.generate("new"), old);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        String after = tokens.issue(ADA, "s-1", Set.of(AccountRole.USER), null);

        assertThat(keys.newest().getKeyID()).isEqualTo("new");
        assertThat(elsewhere.verify(after)).as("looks again at most every 5 s").isEmpty();
        now.updateAndGet(time -> time.plusSeconds(6));
        assertThat(elsewhere.verify(after)).isPresent();
        assertThat(elsewhere.verify(before)).isPresent();
    }

    @Test
    void forgetsKeysThatWereTakenAway() {
        Path file = TestKeys.write(folder.resolve("keys.json"), TestKeys.generate("leaked"));
        AccessTokens tokens =
                new AccessTokens(new SigningKeys(file), new IdFactory(clock), clock, Duration.ofMinutes(15));
        AccessTokenVerifier elsewhere = new AccessTokenVerifier(new VerificationKeys(file.toUri(), clock), clock);
        String token = tokens.issue(ADA, "s-1", Set.of(AccountRole.USER), null);
        assertThat(elsewhere.verify(token)).isPresent();
        TestKeys.write(file, TestKeys.generate("fresh"));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(6)));
        assertThat(elsewhere.verify(token)).isEmpty();
    }

    @Test
    void publishesNothingPrivate() throws ParseException {
        Path file = TestKeys.write(folder.resolve("keys.json"), TestKeys.generate("k1"));
        JWKSet published = JWKSet.parse(new PublicKeys(new SigningKeys(file)).asJwkSet());
        assertThat(published.containsNonPublicKeys()).isFalse();
        assertThat(published.getKeyByKeyId("k1")).isNotNull();
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws IOException {
        Path file = folder.resolve("keys.json");
        assertThatThrownBy(() -> new SigningKeys(file)).hasMessageContaining("cannot read the signing keys");
        Files.writeString(file, "no json");
        assertThatThrownBy(() -> new SigningKeys(file)).hasMessageContaining("no JWK set");
        Files.writeString(file, "{\"keys\":[]}");
        assertThatThrownBy(() -> new SigningKeys(file)).hasMessageContaining("no signing key");
        TestKeys.write(file, TestKeys.generate("k1").toPublicJWK());
        assertThatThrownBy(() -> new SigningKeys(file)).hasMessageContaining("private EC key");
        TestKeys.write(file, TestKeys.generate(""));
        assertThatThrownBy(() -> new SigningKeys(file)).hasMessageContaining("kid");
    }
}
