package tidings.tools.slack;

/**
 * Who wrote a message. Bots and people of other workspaces may be missing from the list of users, so a message says all
 * that is needed to make an account of its author.
 *
 * @param id a user or bot id
 * @param name the name given in the message; may be empty
 */
public record SlackAuthor(String id, String name, boolean bot) {}
