package tidings.command.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.text.Skeleton;

/** 1 to 40 ASCII letters, digits, {@code .}, {@code _} and {@code -}, a letter or digit first; case is kept but does not count. */
public record Username(String value) {

    static final int MAX_LENGTH = 40;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (MAX_LENGTH - 1) + "}");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LEADING = Pattern.compile("^[._-]+");
    private static final String NAMELESS = "user";
    private static final Set<String> RESERVED = Stream.of(
                    "channel",
                    "here",
                    "all",
                    "everyone",
                    "everybody",
                    "me",
                    "system",
                    "tidings",
                    "server",
                    "admin",
                    "administrator",
                    "root",
                    "moderator",
                    "support",
                    "webhook",
                    "deleted",
                    "null",
                    "undefined")
            .map(Skeleton::of)
            .collect(Collectors.toUnmodifiableSet());

    /** @throws CommandRefusedException when the text is no username */
    public Username {
        if (!isOne(value)) {
            throw new CommandRefusedException(
                    RejectionCode.BAD_FRAME,
                    "a username has 1 to 40 letters A-Z and a-z, digits, '.', '_' and '-', and begins with a letter or digit");
        }
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The username that is nearest to a name of another system; marks go, what else does not fit becomes a hyphen. */
    public static Username nearestTo(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String fitting = LEADING.matcher(FOREIGN.matcher(plain).replaceAll("-")).replaceAll("");
        String bounded = fitting.substring(0, Math.min(fitting.length(), MAX_LENGTH));
        return new Username(bounded.isEmpty() ? NAMELESS : bounded);
    }

    /** This name with a number behind it, shortened as needed. */
    public Username numbered(int number) {
        String suffix = "-" + number;
        return new Username(value.substring(0, Math.min(value.length(), MAX_LENGTH - suffix.length())) + suffix);
    }

    /** What is unique among all accounts. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** The same for all names that look like this one; unique among all accounts since there is this rule. */
    public byte[] skeleton() {
        return Skeleton.hashOf(value);
    }

    /** Whether the name looks like one that calls many, or speaks for the server: nobody gets such a name. */
    public boolean isReserved() {
        return RESERVED.contains(Skeleton.of(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
