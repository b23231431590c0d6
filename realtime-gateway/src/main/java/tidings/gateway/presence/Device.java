package tidings.gateway.presence;

import java.util.List;
import tidings.events.account.AccountId;
import tidings.gateway.frame.EncodedFrame;

/** A device of a person of this gateway, as presence sees it. */
public interface Device {

    AccountId accountId();

    /** Shows frames; called on presence's own thread: hand over and return. */
    void show(List<EncodedFrame> frames);
}
