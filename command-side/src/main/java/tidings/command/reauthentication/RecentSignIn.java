package tidings.command.reauthentication;

import tidings.command.caller.Caller;

/** Whether somebody signed in just now. */
public interface RecentSignIn {

    boolean isFresh(Caller caller);
}
