package tidings.command.reauthentication;

import tidings.access.Identity;

/** Whether somebody signed in just now. */
public interface RecentSignIn {

    boolean isFresh(Identity caller);
}
