package tidings.tools.slack;

/**
 * Who wrote a message. Bots and people of other workspaces may be missing from the list of users, so a message says all
 * that is needed to make an account of its author.
 *
 * @param id a user or bot id
 * @param name the handle given in the message; may be empty
 * @param displayName the name to show given in the message; may be empty
 */
public record SlackAuthor(String id, String name, String displayName, boolean bot) {

    /** One of whom only the id is known. */
    public static SlackAuthor of(String id) {
        return new SlackAuthor(id, "", "", false);
    }
}
