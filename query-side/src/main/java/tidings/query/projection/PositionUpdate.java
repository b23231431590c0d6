package tidings.query.projection;

import java.util.List;

/** How a batch moves the positions of one topic. */
public record PositionUpdate(String topic, List<Move> moves) {

    public PositionUpdate {
        moves = List.copyOf(moves);
    }

    /** No position: the records do not come from Kafka. */
    public static final PositionUpdate NONE = new PositionUpdate("", List.of());

    /**
     * @param from the next offset as the reader knows it
     * @param to the next offset afterwards
     */
    public record Move(int partition, long from, long to) {}
}
