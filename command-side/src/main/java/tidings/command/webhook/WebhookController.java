package tidings.command.webhook;

import static tidings.command.web.Parameters.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.reauthentication.Confirmation;
import tidings.command.reauthentication.Reauthentication;
import tidings.command.throttle.Origin;
import tidings.command.web.Parameters;
import tidings.command.webhook.WebhookStore.Webhook;

@RestController
class WebhookController {

    private final Webhooks webhooks;
    private final Reauthentication reauthentication;

    WebhookController(Webhooks webhooks, Reauthentication reauthentication) {
        this.webhooks = webhooks;
        this.reauthentication = reauthentication;
    }

    record NewWebhook(
            @Nullable String name,
            @Nullable String password,
            @Nullable String totp) {

        Confirmation confirmation() {
            return new Confirmation(password, totp);
        }

        @Override
        public String toString() {
            return "NewWebhook[" + name + "]";
        }
    }

    /** @param path where to post to; is shown once */
    record CreatedWebhook(String id, String path) {
        @Override
        public String toString() {
            return "CreatedWebhook[" + id + "]";
        }
    }

    @PostMapping("/api/channels/{channelId}/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedWebhook create(
            Identity caller, @PathVariable String channelId, @RequestBody NewWebhook webhook, Origin origin) {
        reauthentication.requireRecent(caller, webhook.confirmation(), origin);
        Webhooks.Created created = webhooks.create(
                caller.accountId(), Parameters.channelInPath(channelId), required(webhook.name(), "name"));
        return new CreatedWebhook(created.id(), "/api/hooks/" + created.secret());
    }

    @GetMapping("/api/channels/{channelId}/webhooks")
    List<Webhook> list(Identity caller, @PathVariable String channelId) {
        return webhooks.list(caller.accountId(), Parameters.channelInPath(channelId));
    }

    @DeleteMapping("/api/channels/{channelId}/webhooks/{webhookId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Identity caller, @PathVariable String channelId, @PathVariable String webhookId) {
        webhooks.delete(caller.accountId(), Parameters.channelInPath(channelId), webhookId);
    }
}
