package tidings.tools.slack;

/**
 * A file shared with a message; the export has its address, not its bytes.
 *
 * @param name its title or name; may be empty
 * @param url where Slack keeps it, without the keys that open it; may be empty
 * @param state whether Slack still has it
 */
public record SlackFile(String name, String url, State state) {

    /** What became of it. */
    public enum State {
        KEPT,
        DELETED,
        HIDDEN
    }
}
