package tidings.command.imports;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportController {

    private final AccountImport accounts;
    private final ChannelImport channels;
    private final MessageImport messages;

    ImportController(AccountImport accounts, ChannelImport channels, MessageImport messages) {
        this.accounts = accounts;
        this.channels = channels;
        this.messages = messages;
    }

    @PostMapping("/internal/imports/accounts")
    AccountImport.Result accounts(@RequestBody ImportRequests.Accounts request) {
        return accounts.run(request);
    }

    @PostMapping("/internal/imports/channels")
    ChannelImport.Result channels(@RequestBody ImportRequests.Channels request) {
        return channels.run(request);
    }

    @PostMapping("/internal/imports/messages")
    MessageImport.Result messages(@RequestBody ImportRequests.Messages request) {
        return messages.run(request);
    }
}
