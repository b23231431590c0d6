package tidings.command.webhook;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in the escapes of Slack's messages, as tools write it to webhooks: {@code <!here>} becomes {@code @here},
 * {@code <url|label>} {@code url (label)}, and {@code &amp; &lt; &gt;} their characters. Ids of Slack's people, groups and
 * channels mean nothing here and are shown as their labels, or as they are. Any other {@code <} is text.
 */
final class SlackText {

    private static final Pattern CONTROL =
            Pattern.compile("<((?:[!@#]|[A-Za-z][A-Za-z0-9+.-]*+:)[^<>\\s|]*+)(?:\\|([^<>\\n]*+))?+>");
    private static final Set<String> TO_ALL = Set.of("here", "channel", "everyone");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt);");

    private SlackText() {}

    static String toMarkdown(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        Matcher controls = CONTROL.matcher(text);
        int from = 0;
        while (controls.find()) {
            out.append(unescaped(text.substring(from, controls.start())));
            out.append(unescaped(control(controls.group(1), controls.group(2) == null ? "" : controls.group(2))));
            from = controls.end();
        }
        return out.append(unescaped(text.substring(from))).toString();
    }

    private static String control(String target, String label) {
        return switch (target.charAt(0)) {
            case '!' -> special(target.substring(1), label);
            case '@', '#' -> label.isEmpty() ? target : target.charAt(0) + label.replaceFirst("^[@#]", "");
            default -> link(target, label);
        };
    }

    /** What Slack replaces: a group of people, a date in the reader's time zone. A label calls nobody but a person. */
    private static String special(String command, String label) {
        if (TO_ALL.contains(command)) {
            return "@" + command;
        }
        String shown = label.isEmpty() && !command.startsWith("date^")
                ? "@" + command.substring(command.indexOf('^') + 1)
                : label;
        return TO_ALL.contains(shown.replaceFirst("^@", "")) ? "\\@" + shown.replaceFirst("^@", "") : shown;
    }

    private static String link(String url, String label) {
        String bare = url.startsWith("mailto:") ? url.substring("mailto:".length()) : url;
        boolean says = label.isEmpty() || label.equals(bare) || bare.endsWith("://" + label);
        return says ? bare : bare + " (" + label + ")";
    }

    private static String unescaped(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> switch (entity.group(1)) {
            case "lt" -> "<";
            case "gt" -> ">";
            default -> "&";
        });
    }
}
