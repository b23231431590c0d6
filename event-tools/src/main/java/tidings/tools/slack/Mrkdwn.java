package tidings.tools.slack;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns Slack's message markup into the text that its readers saw, links as Markdown: {@code <@U1>} becomes
 * {@code @username}, {@code <#C1|name>} {@code #name} by the imported channel's name, {@code <!here>} {@code @here},
 * {@code <url|label>} {@code [label](url)}, {@code :tada:} its character, and {@code &amp; &lt; &gt;} their characters. In
 * code links are plain addresses, and emoji stay as written. Emphasis stays as written: what the asterisks mean is for the
 * reader's client, and many exports hold Markdown already.
 */
public final class Mrkdwn {

    private static final Pattern CODE = Pattern.compile("```[\\s\\S]+?```|`[^`\\n]+`");
    private static final Pattern CONTROL = Pattern.compile("<([^<>\\n]+)>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt);");
    private static final String GROUP = "subteam^";
    private static final String DATE = "date^";
    private static final String NAMELESS_GROUP = "group";

    private final Map<String, String> usernames;
    private final Map<String, String> channelNames;
    private final Map<String, String> groupNames;

    /**
     * @param usernames by user id, without the at sign
     * @param channelNames by channel id, without the hash
     * @param groupNames of user groups by their id, without the at sign
     */
    public Mrkdwn(Map<String, String> usernames, Map<String, String> channelNames, Map<String, String> groupNames) {
        this.usernames = Map.copyOf(usernames);
        this.channelNames = Map.copyOf(channelNames);
        this.groupNames = Map.copyOf(groupNames);
    }

    /** The text to show; nothing is left out. */
    public String render(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0 && text.indexOf(':') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        Matcher code = CODE.matcher(text);
        int from = 0;
        while (code.find()) {
            prose(text.substring(from, code.start()), out);
            controls(code.group(), true, out);
            from = code.end();
        }
        prose(text.substring(from), out);
        return out.toString();
    }

    private void prose(String text, StringBuilder out) {
        controls(text, false, out);
    }

    private void controls(String text, boolean inCode, StringBuilder out) {
        Matcher controls = CONTROL.matcher(text);
        int from = 0;
        while (controls.find()) {
            out.append(plain(text.substring(from, controls.start()), inCode));
            out.append(control(controls.group(1), inCode));
            from = controls.end();
        }
        out.append(plain(text.substring(from), inCode));
    }

    private static String plain(String text, boolean inCode) {
        return unescape(inCode ? text : EmojiNames.renderIn(text));
    }

    private String control(String inner, boolean inCode) {
        int bar = inner.indexOf('|');
        String target = bar < 0 ? inner : inner.substring(0, bar);
        String label = bar < 0 ? "" : plain(inner.substring(bar + 1), inCode);
        if (target.isEmpty()) {
            return label;
        }
        return switch (target.charAt(0)) {
            case '@' -> "@" + known(usernames, target.substring(1), label, target.substring(1));
            case '#' -> "#" + known(channelNames, target.substring(1), label, target.substring(1));
            case '!' -> command(target.substring(1), label);
            default -> inCode ? unescape(target) : link(unescape(target), label);
        };
    }

    private static String known(Map<String, String> names, String id, String label, String otherwise) {
        String name = names.get(id);
        if (name != null) {
            return name;
        }
        return label.isBlank() ? otherwise : withoutSigil(label);
    }

    private String command(String command, String label) {
        if (command.startsWith(DATE)) {
            return date(command.split("\\^", -1), label);
        }
        if (command.startsWith(GROUP)) {
            return "@" + known(groupNames, command.substring(GROUP.length()), label, NAMELESS_GROUP);
        }
        return "@" + (label.isEmpty() ? command.replaceFirst("\\^.*", "") : withoutSigil(label));
    }

    /** {@code date^seconds^format^link}: what the sender saw, else the time itself. */
    private static String date(String[] parts, String label) {
        String shown = label.isEmpty()
                ? SlackTime.parse(parts[1]).map(Instant::toString).orElse(parts[1])
                : label;
        return parts.length > 3 && !parts[3].isEmpty() ? link(unescape(parts[3]), shown) : shown;
    }

    private static String withoutSigil(String label) {
        return label.startsWith("@") || label.startsWith("#") ? label.substring(1) : label;
    }

    private static String link(String url, String label) {
        if (label.isEmpty() || url.equals(label) || url.endsWith("://" + label)) {
            return url;
        }
        if (url.equals("mailto:" + label) || url.equals("tel:" + label)) {
            return label;
        }
        return markdown(label, url);
    }

    /** A Markdown link, whatever characters the label and the address have. */
    public static String markdown(String label, String url) {
        return "[" + label.replaceAll("([\\[\\]\\\\])", "\\\\$1") + "]("
                + url.replace("(", "%28").replace(")", "%29").replace(" ", "%20") + ")";
    }

    private static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text).replaceAll(entity -> switch (entity.group(1)) {
            case "lt" -> "<";
            case "gt" -> ">";
            default -> "&";
        });
    }
}
