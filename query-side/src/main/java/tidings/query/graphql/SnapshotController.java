package tidings.query.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tidings.events.account.AccountId;
import tidings.query.accounts.AccountQueries;
import tidings.query.accounts.AccountView;
import tidings.query.history.HistoryQueries;
import tidings.query.history.MessageAsOf;

/** The messages of a channel as they stood at a moment. */
@Controller
final class SnapshotController {

    private final HistoryQueries history;
    private final AccountQueries accounts;

    SnapshotController(HistoryQueries history, AccountQueries accounts) {
        this.history = history;
        this.accounts = accounts;
    }

    @SchemaMapping(typeName = "ChannelSnapshot")
    Connection<MessageAsOf> messages(
            ChannelSnapshot snapshot,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Integer last,
            @Argument @Nullable String before) {
        return PageRequest.of(first, after, last, before)
                .page(new AsOfSource(history, snapshot.moment()), MessageAsOf::seq);
    }

    @BatchMapping(typeName = "SnapshotMessage")
    Map<MessageAsOf, AccountView> author(List<MessageAsOf> messages) {
        Map<AccountId, AccountView> known =
                accounts.byIds(messages.stream().map(MessageAsOf::authorId).toList());
        Map<MessageAsOf, AccountView> authors = new HashMap<>();
        messages.forEach(message -> authors.put(
                message, known.getOrDefault(message.authorId(), AccountView.notYetKnown(message.authorId()))));
        return authors;
    }
}
