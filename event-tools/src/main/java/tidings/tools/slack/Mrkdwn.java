package tidings.tools.slack;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns Slack's message markup into the text that its readers saw, links as Markdown: {@code <@U1>} becomes
 * {@code @username}, {@code <#C1|name>} {@code #name}, {@code <!here>} {@code @here}, {@code <url|label>}
 * {@code [label](url)}, and {@code &amp; &lt; &gt;} their characters. Emphasis and code stay as written: what the
 * asterisks mean is for the reader's client, and many exports hold Markdown already.
 */
public final class Mrkdwn {

    private static final Pattern CONTROL = Pattern.compile("<([^<>\\n]+)>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt);");

    private final Map<String, String> usernames;
    private final Map<String, String> channelNames;

    /**
     * @param usernames by user id, without the at sign
     * @param channelNames by channel id, without the hash
     */
    public Mrkdwn(Map<String, String> usernames, Map<String, String> channelNames) {
        this.usernames = Map.copyOf(usernames);
        this.channelNames = Map.copyOf(channelNames);
    }

    /** The text to show; nothing is left out. */
    public String render(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        Matcher controls = CONTROL.matcher(text);
        int from = 0;
        while (controls.find()) {
            out.append(unescape(text.substring(from, controls.start())));
            out.append(control(controls.group(1)));
            from = controls.end();
        }
        return out.append(unescape(text.substring(from))).toString();
    }

    private String control(String inner) {
        int bar = inner.indexOf('|');
        String target = bar < 0 ? inner : inner.substring(0, bar);
        String label = bar < 0 ? "" : unescape(inner.substring(bar + 1));
        return switch (target.charAt(0)) {
            case '@' -> "@" + known(usernames, target.substring(1), label);
            case '#' -> "#" + known(channelNames, target.substring(1), label);
            case '!' -> command(target.substring(1), label);
            default -> link(unescape(target), label);
        };
    }

    private static String known(Map<String, String> names, String id, String label) {
        String name = names.get(id);
        if (name != null) {
            return name;
        }
        return label.isEmpty() ? id : withoutSigil(label);
    }

    private static String command(String command, String label) {
        if (command.startsWith("date^")) {
            return label.isEmpty() ? command : label;
        }
        return "@" + (label.isEmpty() ? command : withoutSigil(label));
    }

    private static String withoutSigil(String label) {
        return label.startsWith("@") || label.startsWith("#") ? label.substring(1) : label;
    }

    private static String link(String url, String label) {
        if (label.isEmpty() || url.equals(label) || url.endsWith("://" + label) || url.equals("mailto:" + label)) {
            return label.isEmpty() || url.endsWith("://" + label) ? url : label;
        }
        return "[" + label.replace("[", "\\[").replace("]", "\\]") + "](" + url.replace(")", "%29") + ")";
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
