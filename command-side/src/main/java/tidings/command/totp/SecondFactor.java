package tidings.command.totp;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountCommand.NoteSecondFactor;
import tidings.command.account.Username;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.RejectionCode;
import tidings.command.reauthentication.CodeCheck;
import tidings.command.secret.OpaqueToken;
import tidings.command.throttle.DeviceToken;
import tidings.command.throttle.Guesses;
import tidings.command.throttle.Origin;
import tidings.command.throttle.Throttle;
import tidings.command.totp.SecondFactorStore.Factor;
import tidings.events.account.AccountId;

/** A one-time password beside the password: an app computes it (RFC 6238), a recovery code stands in for a lost app. */
public final class SecondFactor implements CodeCheck {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_CODE_BYTES = 10;
    /** Without padding: secrets and recovery codes are whole groups of five bytes. */
    private static final Base32 BASE_32 = new Base32();

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecondFactorStore store;
    private final Seal seal;
    private final Decisions decisions;
    private final Guesses guesses;
    private final Clock clock;

    SecondFactor(SecondFactorStore store, Seal seal, Decisions decisions, Guesses guesses, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.decisions = decisions;
        this.guesses = guesses;
        this.clock = clock;
    }

    /** Makes a secret, which counts once a code of it was shown. */
    Enrolment begin(AccountId accountId, Username username) {
        requireNone(accountId);
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        store.begin(accountId, seal.seal(accountId, secret));
        String text = BASE_32.encodeToString(secret);
        return new Enrolment(
                text, "otpauth://totp/Tidings:" + username.value() + "?secret=" + text + "&issuer=Tidings");
    }

    /**
     * From now on signing in needs a code.
     *
     * @return the recovery codes, each good once; they are shown now and kept nowhere
     * @param origin where the call comes from, for the limits
     * @throws CommandRefusedException FORBIDDEN when the code is wrong, CONFLICT when nothing was begun
     */
    List<String> confirm(AccountId accountId, String code, Origin origin) {
        requireNone(accountId);
        Factor begun = store.find(accountId)
                .orElseThrow(() -> new CommandRefusedException(RejectionCode.CONFLICT, "no second factor was begun"));
        requireGuess(accountId, origin);
        if (!isRight(accountId, begun, code)) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, "the code is wrong");
        }
        List<String> codes = Stream.generate(SecondFactor::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        decisions.decide(accountId, new NoteSecondFactor(accountId, true));
        store.confirm(accountId, codes.stream().map(OpaqueToken::new).toList());
        return codes;
    }

    @Override
    public boolean isOn(AccountId accountId) {
        return store.find(accountId).filter(Factor::confirmed).isPresent();
    }

    /**
     * What was shown beside a right password, or in its place by who is signed in.
     *
     * @param origin where the call comes from, for the limits
     * @throws CommandRefusedException RATE_LIMITED when codes were guessed at too often
     */
    public SecondFactorVerdict check(AccountId accountId, @Nullable String shown, Origin origin) {
        Factor factor = store.find(accountId).filter(Factor::confirmed).orElse(null);
        if (factor == null) {
            return SecondFactorVerdict.NOT_NEEDED;
        }
        if (shown == null) {
            return SecondFactorVerdict.MISSING;
        }
        requireGuess(accountId, origin);
        if (isRight(accountId, factor, shown) || store.useRecoveryCode(accountId, normalised(shown))) {
            guesses.right(accountId.toString(), origin);
            return SecondFactorVerdict.RIGHT;
        }
        return SecondFactorVerdict.WRONG;
    }

    @Override
    public boolean accepts(AccountId accountId, @Nullable String code, Origin origin) {
        return switch (check(accountId, code, origin)) {
            case NOT_NEEDED, RIGHT -> true;
            case MISSING, WRONG -> false;
        };
    }

    /** Signing in needs the password only, from now on; the caller has shown that it knows it, and a code. */
    void remove(AccountId accountId) {
        decisions.decide(accountId, new NoteSecondFactor(accountId, false));
        store.remove(accountId);
    }

    /** The step before and the step after are good too: clocks differ, and people type slowly. */
    private boolean isRight(AccountId accountId, Factor factor, String shown) {
        byte[] secret = seal.open(accountId, factor.sealed());
        long now = Totp.step(clock.instant());
        return Stream.of(now, now - 1, now + 1)
                .filter(step -> Totp.code(secret, step).equals(shown.strip()))
                .anyMatch(step -> store.useStep(accountId, step));
    }

    /** The account's owner was let in: from now on its device has guesses of its own. */
    public void remember(AccountId accountId, DeviceToken device) {
        if (isOn(accountId)) {
            guesses.remember(accountId.toString(), device);
        }
    }

    private void requireGuess(AccountId accountId, Origin origin) {
        Throttle.requireNoWait(guesses.take(accountId.toString(), origin));
    }

    private void requireNone(AccountId accountId) {
        if (store.find(accountId).filter(Factor::confirmed).isPresent()) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "there is a second factor already");
        }
    }

    private static String recoveryCode() {
        byte[] bytes = new byte[RECOVERY_CODE_BYTES];
        RANDOM.nextBytes(bytes);
        return BASE_32.encodeToString(bytes).toLowerCase(Locale.ROOT);
    }

    private static OpaqueToken normalised(String code) {
        return new OpaqueToken(code.strip().toLowerCase(Locale.ROOT));
    }
}
