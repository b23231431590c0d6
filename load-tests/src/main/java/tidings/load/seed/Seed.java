package tidings.load.seed;

import java.util.List;

/**
 * Who and what a load test uses.
 *
 * @param tokens by user: an access token
 * @param rooms by user: the id of the channel that he is in
 */
public record Seed(List<String> tokens, List<String> rooms) {

    public Seed {
        tokens = List.copyOf(tokens);
        rooms = List.copyOf(rooms);
    }
}
