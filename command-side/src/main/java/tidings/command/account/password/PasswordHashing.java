package tidings.command.account.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;

/**
 * BCrypt on threads of its own, few and bounded, so that a rush of logins queues here and cannot starve the messages.
 * BCrypt reads 72 bytes; a keyed digest first makes every character of a long password count.
 */
public final class PasswordHashing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] DIGEST_KEY = "tidings password 1".getBytes(StandardCharsets.UTF_8);

    private final BCryptPasswordEncoder encoder;
    private final ThreadPoolExecutor threads;
    private final String nobodysHash;

    public PasswordHashing(int strength, int concurrent, int waiting) {
        this.encoder = new BCryptPasswordEncoder(BCryptVersion.$2B, strength);
        this.threads = new ThreadPoolExecutor(
                concurrent,
                concurrent,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        this.nobodysHash = encoded("nobody");
    }

    public String hash(Password password) {
        return onOwnThread(() -> encoded(digest(password)));
    }

    public boolean matches(Password password, String hash) {
        return onOwnThread(() -> encoder.matches(digest(password), hash));
    }

    /** Takes as long as {@link #matches}, and never does. */
    public boolean matchesNobody(Password password) {
        matches(password, nobodysHash);
        return false;
    }

    private String encoded(String digest) {
        return Objects.requireNonNull(encoder.encode(digest));
    }

    private <T> T onOwnThread(Callable<T> work) {
        try {
            Future<T> result = threads.submit(work);
            try {
                return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                result.cancel(false);
                throw busy();
            }
        } catch (RejectedExecutionException e) {
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot hash a password", e.getCause());
        }
    }

    private static CommandRefusedException busy() {
        return new CommandRefusedException(RejectionCode.BUSY, "too many people are signing in at this moment");
    }

    private static String digest(Password password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(DIGEST_KEY, "HmacSHA256"));
            byte[] digest = mac.doFinal(password.value().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
