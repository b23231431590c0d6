package tidings.query.graphql;

import tidings.query.accounts.AccountView;

record BanEdge(String cursor, AccountView node) {}
