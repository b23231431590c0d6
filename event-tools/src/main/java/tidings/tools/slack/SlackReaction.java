package tidings.tools.slack;

import java.util.List;

/**
 * A reaction to a message.
 *
 * @param name Slack's name of the emoji without colons, such as {@code clap::skin-tone-3}
 * @param users who reacted, as far as the export names them
 * @param count how many did
 */
public record SlackReaction(String name, List<String> users, int count) {

    public SlackReaction {
        users = List.copyOf(users);
    }
}
