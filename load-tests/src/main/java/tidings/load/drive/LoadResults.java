package tidings.load.drive;

import tidings.load.measure.Latencies;
import tidings.load.measure.Timeline;

/** What one loop measured. */
final class LoadResults {
    final Latencies delivery = new Latencies();
    final Latencies resumedDelivery = new Latencies();
    final Latencies ack = new Latencies();
    final Latencies lateness = new Latencies();
    final Timeline timeline = new Timeline();
    final Counters counters = new Counters();
    long deliveriesMeasured;

    /** Adds another loop's, but for the timeline. */
    void addAll(LoadResults other) {
        delivery.addAll(other.delivery);
        resumedDelivery.addAll(other.resumedDelivery);
        ack.addAll(other.ack);
        lateness.addAll(other.lateness);
        counters.addAll(other.counters);
        deliveriesMeasured += other.deliveriesMeasured;
    }
}
