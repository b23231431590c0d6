package tidings.tools.slack;

/**
 * A person or bot of a Slack workspace.
 *
 * @param id Slack's id, such as {@code U061A1R2R}
 * @param name the handle; may be empty
 * @param displayName the name to show; may be empty
 * @param team the workspace it belongs to; may be empty
 */
public record SlackUser(String id, String name, String displayName, boolean bot, String team) {}
