package tidings.command.dispatch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Marks the parameter of a command handler that takes the acting {@link tidings.events.account.AccountId}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@MetaDataValue(value = AggregateType.ACTOR, required = true)
public @interface Actor {}
