package tidings.command.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is the same for names that look the same: without case, width and characters that show nothing (NFKC_Casefold),
 * then with one letter for all that can be taken for it, in whatever script (the skeleton of Unicode Technical Standard
 * 39). So a Latin name and its Cyrillic double are one, and so are {@code paypal} and {@code paypa1}.
 */
public final class Skeleton {

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

    private Skeleton() {}

    /** A text that is for comparing only. */
    public static String of(String name) {
        return FOLDED.normalize(CHECKER.getSkeleton(FOLDED.normalize(name)));
    }

    /** SHA-256 of {@link #of}, for a unique column. */
    public static byte[] hashOf(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of(name).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
