package tidings.tools.slack;

import java.util.List;

/**
 * A conversation of a Slack workspace.
 *
 * @param id Slack's id, such as {@code C061A0WJG}
 * @param name empty for conversations between people
 * @param folder where its day files lie in the archive
 * @param topic its topic, or its purpose when it has none; may be empty
 * @param description its purpose, where it has a topic too; may be empty
 * @param creator the user id of its creator; may be empty
 * @param created seconds since the epoch; 0 when unknown
 * @param archived whether it was closed in Slack
 * @param members user ids
 */
public record SlackChannel(
        String id,
        Kind kind,
        String name,
        String folder,
        String topic,
        String description,
        String creator,
        long created,
        boolean archived,
        List<String> members) {

    /** Who may read it. */
    public enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT
    }

    public SlackChannel {
        members = List.copyOf(members);
    }

    boolean namesNobody() {
        return creator.isEmpty() && members.isEmpty();
    }

    SlackChannel with(List<String> people) {
        return new SlackChannel(id, kind, name, folder, topic, description, creator, created, archived, people);
    }

    SlackChannel in(String newFolder) {
        return new SlackChannel(id, kind, name, newFolder, topic, description, creator, created, archived, members);
    }
}
