package tidings.gateway.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tidings.events.account.AccountId;
import tidings.gateway.frame.ClientFrame;

/**
 * Sends commands to the command side. Commands of one channel that are sent in one order from one loop are decided in
 * that order while their node stays up.
 */
public interface CommandSender {

    /**
     * Sends a command and completes with its outcome, on any thread; never fails and never takes longer than the
     * command timeout.
     *
     * @param loop the caller's event loop: what is sent in one turn of it leaves as one batch
     */
    CompletableFuture<Outcome> send(AccountId actor, ClientFrame.Command command, Executor loop);
}
