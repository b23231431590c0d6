package tidings.command.eventstore;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Who decides, and waits for the fate of the events of a unit of work: attached to the unit of work before its handler runs.
 * The store takes the events from the thread that decides, returns at once, and {@link #settle settles} when their fate is
 * known: perhaps before that thread has come to its end.
 */
public interface Appender {

    /** The key of the unit of work's resource. */
    String RESOURCE = Appender.class.getName();

    /** The store has taken the events, and will settle; called once, on the thread that decides. */
    AppendChain appending();

    /** Called once by the store, from any thread, in the order of the appends of one aggregate. */
    void settle(AppendResult result);

    default void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.resources().put(RESOURCE, this);
    }

    /** The one of the current unit of work. */
    static Appender current() {
        Appender appender = CurrentUnitOfWork.get().root().getResource(RESOURCE);
        if (appender == null) {
            throw new IllegalStateException("events are recorded through the command dispatcher only");
        }
        return appender;
    }
}
