package tidings.tools.slack;

/**
 * A file shared with a message; the export has its address, not its bytes.
 *
 * @param name its title or name; may be empty
 * @param url where Slack keeps it; may be empty
 */
public record SlackFile(String name, String url) {}
