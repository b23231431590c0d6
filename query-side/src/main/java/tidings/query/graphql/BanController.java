package tidings.query.graphql;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tidings.events.account.AccountId;
import tidings.events.channel.Role;
import tidings.query.accounts.AccountQueries;
import tidings.query.accounts.AccountView;
import tidings.query.channels.BanQueries;
import tidings.query.channels.BanQueries.Ban;
import tidings.query.channels.ChannelView;

/** Who is banned from a channel, for those who keep order in it. */
@Controller
final class BanController {

    private static final Set<Role> MAY_SEE = EnumSet.of(Role.OWNER, Role.ADMIN, Role.MODERATOR);

    private final BanQueries bans;
    private final AccountQueries accounts;

    BanController(BanQueries bans, AccountQueries accounts) {
        this.bans = bans;
        this.accounts = accounts;
    }

    @SchemaMapping(typeName = "Channel")
    Bans bans(ChannelView channel, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        if (channel.myRole() == null || !MAY_SEE.contains(channel.myRole())) {
            throw new QueryRefusedException(ErrorCode.FORBIDDEN, "only moderators and above see who is banned");
        }
        int limit = PageRequest.limit(first, PageRequest.USUAL, PageRequest.MOST);
        List<Ban> oneMore = bans.bans(channel, Cursor.seq(after, Long.MAX_VALUE), limit + 1);
        Connection<Ban> page = Connection.forwards(oneMore, limit, ban -> Cursor.ofSeq(ban.seq()), after != null);
        Map<AccountId, AccountView> known =
                accounts.byIds(oneMore.stream().map(Ban::account).toList());
        return new Bans(
                page.edges().stream()
                        .map(edge -> new BanEdge(
                                edge.cursor(),
                                known.getOrDefault(
                                        edge.node().account(),
                                        AccountView.notYetKnown(edge.node().account()))))
                        .toList(),
                page.pageInfo());
    }
}
