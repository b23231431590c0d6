package tidings.query.graphql;

import java.util.List;

record Bans(List<BanEdge> edges, Connection.PageInfo pageInfo) {}
