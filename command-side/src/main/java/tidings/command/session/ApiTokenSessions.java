package tidings.command.session;

import java.util.List;
import tidings.command.caller.Caller;

/** The API tokens that open an account beside its sessions: those of the caller and of the bots that the caller answers for. */
public interface ApiTokenSessions {

    List<OwnSession> list(Caller caller);

    /** Revokes one of them; false when there is none of that id. */
    boolean end(Caller caller, String tokenId);
}
