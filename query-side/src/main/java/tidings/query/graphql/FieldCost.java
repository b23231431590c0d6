package tidings.query.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;

/** A field costs 1 and what the database does for it, a list its length times its element. */
final class FieldCost implements FieldComplexityCalculator {

    private static final int SHORT_LIST = 5;
    private static final int SEARCH = 5_000;
    private static final int PAST = 500;
    private static final int PAGE = 20;

    @Override
    public int calculate(FieldComplexityEnvironment field, int children) {
        long cost = work(field) + (long) length(field) * children;
        return (int) Math.min(cost, LimitsConfiguration.MAX_COMPLEXITY + 1L);
    }

    /** In rows that are read by key. */
    private static int work(FieldComplexityEnvironment field) {
        return switch (field.getField().getName()) {
            case "search", "accounts" -> isRoot(field) ? SEARCH : 1;
            case "asOf" -> PAST;
            case "channels", "members", "bans", "pins", "messages", "events", "replies", "thread" -> PAGE;
            default -> 1;
        };
    }

    private static int length(FieldComplexityEnvironment field) {
        return switch (field.getField().getName()) {
            case "channels", "members", "bans", "pins", "messages", "events", "replies", "search" -> asked(field);
            case "accounts" -> isRoot(field) ? asked(field) : SHORT_LIST;
            case "reactions", "revisions" -> SHORT_LIST;
            default -> 1;
        };
    }

    private static boolean isRoot(FieldComplexityEnvironment field) {
        return field.getParentType().getName().equals("Query");
    }

    private static int asked(FieldComplexityEnvironment field) {
        Object first = field.getArguments().get("first");
        Object last = field.getArguments().get("last");
        int asked =
                first instanceof Integer number ? number : last instanceof Integer number ? number : PageRequest.USUAL;
        return Math.clamp(asked, 1, ChannelController.MOST_EVENTS);
    }
}
