package tidings.load.drive;

import java.util.List;
import java.util.Map;
import tidings.load.books.Verdict;
import tidings.load.measure.Latencies;
import tidings.load.measure.ProcessMeter;
import tidings.load.measure.Timeline;

/**
 * What a run measured. Latencies count from the moment that a message was due.
 *
 * @param connected how many clients were connected at the end
 * @param connectSeconds how long it took to connect all
 * @param connectFailures failed attempts and unwanted disconnections, by reason
 * @param delivery of messages in rooms where nobody was cut off
 * @param curve of the delivery latencies: percentile and milliseconds
 * @param resumedDelivery in rooms where members were cut off on purpose
 * @param lateness of the load program itself in the same rooms
 * @param reconnects from the cut to the welcome
 * @param measuredSeconds from the end of the warm-up until everything was delivered
 * @param deliveriesMeasured meanwhile
 * @param errors error frames by code
 * @param resets channels that could not be resumed
 * @param unsendable messages that nobody was connected to send
 */
public record Findings(
        int connected,
        double connectSeconds,
        Latencies.Summary connects,
        Map<String, Integer> connectFailures,
        Verdict verdict,
        Latencies.Summary delivery,
        List<double[]> curve,
        Latencies.Summary resumedDelivery,
        Latencies.Summary ack,
        Latencies.Summary lateness,
        Latencies.Summary reconnects,
        List<Timeline.Second> timeline,
        double measuredSeconds,
        long deliveriesMeasured,
        Map<String, Integer> errors,
        long resets,
        long unsendable,
        ProcessMeter.Sample beforeConnecting,
        ProcessMeter.Sample whenConnected,
        ProcessMeter.Sample measureStart,
        ProcessMeter.Sample measureEnd) {}
