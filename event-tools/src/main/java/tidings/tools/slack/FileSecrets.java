package tidings.tools.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys with which Slack lets whoever has them fetch a file: export tokens ({@code ?t=xoxe-…}), {@code pub_secret}, and
 * the last part of {@code slack-files.com} addresses. They open files that were private, so they are never passed on.
 */
public final class FileSecrets {

    private static final String VALUE_END = "[^&\\s<>|)\\]\"'`]*";
    private static final Pattern PARAMETER = Pattern.compile(
            "([?&])(?:(?:t|token)=xox[a-z]" + VALUE_END + "|pub_secret=" + VALUE_END + ")(&?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLIC_FILE = Pattern.compile(
            "(slack-files\\.com/(?:files-[a-z]+/)?[A-Z0-9]+-[A-Z0-9]+)-[0-9a-f]{6,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPORT_TOKEN = Pattern.compile("xoxe[-.][A-Za-z0-9._-]+");

    private FileSecrets() {}

    /** The text without such keys; the rest of the addresses stays. */
    public static String removedFrom(String text) {
        String rest = text;
        String before;
        do {
            before = rest;
            rest = PARAMETER.matcher(before).replaceAll(FileSecrets::between);
        } while (!rest.equals(before));
        rest = PUBLIC_FILE.matcher(rest).replaceAll("$1");
        return EXPORT_TOKEN.matcher(rest).replaceAll("");
    }

    private static String between(MatchResult parameter) {
        boolean more = !parameter.group(2).isEmpty();
        return Matcher.quoteReplacement(more ? parameter.group(1) : "");
    }
}
