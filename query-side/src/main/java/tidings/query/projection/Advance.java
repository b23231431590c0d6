package tidings.query.projection;

import java.util.List;

/** The positions of one topic that a batch moves. */
public record Advance(String topic, List<Move> moves) {

    public Advance {
        moves = List.copyOf(moves);
    }

    /** No position: the records do not come from Kafka. */
    public static final Advance NONE = new Advance("", List.of());

    /**
     * @param from the next offset as the reader knows it
     * @param to the next offset afterwards
     */
    public record Move(int partition, long from, long to) {}
}
