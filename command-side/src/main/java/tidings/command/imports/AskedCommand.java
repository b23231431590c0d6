package tidings.command.imports;

import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.AggregateCommand;
import tidings.events.account.AccountId;

/** A command and who asks. */
record AskedCommand(@Nullable AccountId actor, AggregateCommand command) {}
