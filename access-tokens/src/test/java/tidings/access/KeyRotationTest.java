package tidings.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.events.account.AccountId;

class KeyRotationTest {

    private static final AccountId ADA = AccountId.parse("0198c2a0-0000-7000-8000-0000000000aa");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T03:04:05Z"));
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    private AccessTokenIssuer issuer(Path file) {
        return new AccessTokenIssuer(new SigningKeys(file), clock, Duration.ofMinutes(15));
    }

    private AccessTokenVerifier verifier(VerificationKeys keys) {
        return new AccessTokenVerifier(keys, (account, session) -> false, clock);
    }

    private static String token(AccessTokenIssuer issuer) {
        return issuer.issue("t-1", ADA, "s-1", List.of("USER"), null);
    }

    private static boolean isGranted(AccessTokenVerifier verifier, String token) {
        return verifier.verify(token) instanceof Authentication.Granted;
    }

    @Test
    void signsWithTheNewestKeyAndStillKnowsTheOldOnes() throws IOException {
        ECKey old = TestKeys.generate("old");
        Path file = TestKeys.write(folder.resolve("keys.json"), old);
        AccessTokenIssuer issuer = issuer(file);
        AccessTokenVerifier elsewhere = verifier(VerificationKeys.at(file.toUri(), clock));
        String before = token(issuer);
        assertThat(isGranted(elsewhere, before)).isTrue();

        TestKeys.write(file, TestKeys.generate("new"), old);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        String after = token(issuer);

        assertThat(isGranted(elsewhere, after)).isTrue();
        assertThat(isGranted(elsewhere, before)).isTrue();
    }

    @Test
    void looksForAnUnknownKeyAtMostTwiceASecond() throws IOException {
        Path file = TestKeys.write(folder.resolve("keys.json"), TestKeys.generate("old"));
        AccessTokenVerifier elsewhere = verifier(VerificationKeys.at(file.toUri(), clock));
        String strangers = token(issuer(TestKeys.write(folder.resolve("other.json"), TestKeys.generate("new"))));
        assertThat(isGranted(elsewhere, strangers)).isFalse();
        assertThat(isGranted(elsewhere, strangers)).isFalse();
        Files.copy(folder.resolve("other.json"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(isGranted(elsewhere, strangers)).isFalse();
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(isGranted(elsewhere, strangers)).isTrue();
    }

    @Test
    void forgetsKeysThatWereTakenAway() {
        Path file = TestKeys.write(folder.resolve("keys.json"), TestKeys.generate("leaked"));
        AccessTokenVerifier elsewhere = verifier(VerificationKeys.at(file.toUri(), clock));
        String token = token(issuer(file));
        assertThat(isGranted(elsewhere, token)).isTrue();
        TestKeys.write(file, TestKeys.generate("fresh"));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(6)));
        assertThat(isGranted(elsewhere, token)).isFalse();
    }

    @Test
    void keepsTheKeysThatItKnowsWhileTheyCannotBeRead() throws IOException {
        Path file = TestKeys.write(folder.resolve("keys.json"), TestKeys.generate("k1"));
        AccessTokenVerifier elsewhere = verifier(VerificationKeys.at(file.toUri(), clock));
        AccessTokenIssuer issuer = issuer(file);
        assertThat(isGranted(elsewhere, token(issuer))).isTrue();
        Files.delete(file);
        now.updateAndGet(time -> time.plus(Duration.ofHours(2)));
        assertThat(isGranted(elsewhere, token(issuer))).isTrue();
    }

    @Test
    void verifiesWhatItSigns() {
        Path file = TestKeys.write(folder.resolve("keys.json"), TestKeys.generate("k1"));
        AccessTokenVerifier here = verifier(VerificationKeys.of(new SigningKeys(file), clock));
        assertThat(isGranted(here, token(issuer(file)))).isTrue();
    }

    @Test
    void publishesNothingPrivate() throws ParseException {
        Path file = TestKeys.write(folder.resolve("keys.json"), TestKeys.generate("k1"));
        JWKSet published = JWKSet.parse(new SigningKeys(file).publicJwkSet());
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
