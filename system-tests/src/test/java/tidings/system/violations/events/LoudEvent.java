package tidings.system.violations.events;

import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A family with a member that knows a logger (R1) and holds a mutable list (R2). */
public sealed interface LoudEvent {

    record Shouted(String words, CopyOnWriteArrayList<String> listeners) implements LoudEvent {

        private static final Logger LOG = LoggerFactory.getLogger(Shouted.class);

        public Shouted {
            LOG.debug("shouting");
        }
    }
}
