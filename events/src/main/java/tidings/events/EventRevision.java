package tidings.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The revision of an event record's JSON, counted from 1. It is raised when the shape changes, together with an
 * {@link tidings.events.upcasting.Upcaster} from the revision before and a golden file of the new one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventRevision {

    int value();
}
