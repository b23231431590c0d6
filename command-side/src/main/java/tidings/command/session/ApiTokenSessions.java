package tidings.command.session;

import java.util.List;
import tidings.access.Identity;

/** The API tokens that open an account beside its sessions: those of the caller and of the bots that the caller answers for. */
public interface ApiTokenSessions {

    List<OwnSession> list(Identity caller);

    /** Revokes one of them; false when there is none of that id. */
    boolean end(Identity caller, String tokenId);
}
