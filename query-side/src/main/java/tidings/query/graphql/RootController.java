package tidings.query.graphql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tidings.access.Identity;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.query.access.ViewerFilter;
import tidings.query.accounts.AccountQueries;
import tidings.query.accounts.AccountView;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelSortKey;
import tidings.query.channels.ChannelView;
import tidings.query.projection.ProjectionProgress;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.TimelineQueries;

/** Where every query begins, and where it is decided what the caller may read. */
@Controller
final class RootController {

    private static final Duration FRESH_ACCOUNT = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final AccountQueries accounts;
    private final ChannelQueries channels;
    private final TimelineQueries timeline;
    private final ProjectionProgress progress;
    private final FreshLookup fresh;

    RootController(
            AccountQueries accounts,
            ChannelQueries channels,
            TimelineQueries timeline,
            ProjectionProgress progress,
            FreshLookup fresh) {
        this.accounts = accounts;
        this.channels = channels;
        this.timeline = timeline;
        this.progress = progress;
        this.fresh = fresh;
    }

    /** A token may be younger than its account's projection: then this waits a little. */
    @QueryMapping
    AccountView me(@ContextValue(ViewerFilter.VIEWER) Identity viewer) throws InterruptedException {
        Optional<AccountView> known = accounts.byId(viewer.accountId());
        if (known.isPresent()) {
            return known.get();
        }
        progress.await(
                viewer.accountId().value(),
                FRESH_ACCOUNT,
                LOOK_AGAIN,
                () -> accounts.byId(viewer.accountId()).isPresent());
        return accounts.byId(viewer.accountId())
                .orElseThrow(() -> new QueryRefusedException(ErrorCode.STALE, "your account has not arrived here yet"));
    }

    @QueryMapping
    @Nullable ChannelView channel(
            @Argument @Nullable String id,
            @Argument @Nullable String name,
            @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        if (id != null && name == null) {
            return Identifiers.channel(id)
                    .flatMap(channel -> fresh.find(() -> channels.readable(viewer.accountId(), channel)))
                    .orElse(null);
        }
        if (name != null && id == null) {
            return fresh.find(() -> channels.readableByName(viewer.accountId(), name))
                    .orElse(null);
        }
        throw QueryRefusedException.badRequest("a channel is asked for by its id or by its name");
    }

    @QueryMapping
    Connection<ChannelView> channels(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        int limit = PageRequest.limit(first, PageRequest.USUAL, PageRequest.MOST);
        List<ChannelView> oneMore = channels.listed(viewer.accountId(), Cursor.place(after), limit + 1);
        return Connection.forwards(
                oneMore, limit, channel -> Cursor.ofPlace(ChannelSortKey.of(channel)), after != null);
    }

    @QueryMapping
    @Nullable MessageView message(@Argument String id, @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        return Identifiers.message(id)
                .flatMap(message -> fresh.find(() -> timeline.readable(viewer.accountId(), message)))
                .orElse(null);
    }

    /** Ids are opaque to clients: text that is none is the id of nothing. */
    static final class Identifiers {

        private Identifiers() {}

        static Optional<ChannelId> channel(String text) {
            try {
                return Optional.of(ChannelId.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        static Optional<MessageId> message(String text) {
            try {
                return Optional.of(MessageId.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
