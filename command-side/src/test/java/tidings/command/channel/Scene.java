package tidings.command.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.RejectionCode;
import tidings.command.dispatch.stripes.AggregateHost;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** What happened in a channel before somebody asks something of it: Axon's fixture in the words of the chat. */
final class Scene implements ChannelNames {

    static final ChannelId CHANNEL = new ChannelId(new UUID(0x7000, 1));
    static final AccountId OWNER = new AccountId(new UUID(0x7000, 100));
    static final AccountId MEMBER = new AccountId(new UUID(0x7000, 101));
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final String TAKEN = "taken";
    static final AccountId STRANGER = new AccountId(new UUID(0x7000, 102));

    private static final AggregateType<Channel> TYPE =
            new AggregateType<>(Channel.class, id -> new Channel(new ChannelId(id)));

    private record Past(GenericEventMessage<?> message, Instant at) {}

    private final List<Past> past = new ArrayList<>();
    private final RememberedLog log = new RememberedLog();
    private final Map<String, AccountId> names = new HashMap<>();
    private final Map<AccountId, Set<AccountId>> bots = new HashMap<>();

    static Scene nothing() {
        return new Scene();
    }

    /** A channel of the owner's with one more member. */
    static Scene in(Visibility visibility) {
        String name = visibility == Visibility.DIRECT ? null : "somewhere";
        return new Scene()
                .past(new ChannelEvent.ChannelOpened(name, null, visibility), OWNER)
                .past(new ChannelEvent.MemberJoined(OWNER, Role.OWNER), OWNER)
                .past(new ChannelEvent.MemberJoined(MEMBER, Role.MEMBER), OWNER);
    }

    Scene past(ChannelEvent event, AccountId actor) {
        return past(event, actor, NOW);
    }

    Scene past(ChannelEvent event, AccountId actor, Instant at) {
        past.add(new Past(new GenericEventMessage<>(event, MetaData.with(AggregateType.ACTOR, actor.toString())), at));
        return this;
    }

    /** One more member. */
    Scene with(AccountId member, Role role) {
        return past(new ChannelEvent.MemberJoined(member, role), OWNER);
    }

    /** Somebody has this username. */
    Scene called(String username, AccountId accountId) {
        names.put(username, accountId);
        return this;
    }

    /** Somebody answers for a bot. */
    Scene answering(AccountId owner, AccountId bot) {
        bots.computeIfAbsent(owner, fresh -> new HashSet<>()).add(bot);
        return this;
    }

    private Directory directory() {
        return new Directory() {
            @Override
            public Map<String, AccountId> named(Collection<String> usernames) {
                return Scene.this.named(usernames);
            }

            @Override
            public Set<AccountId> botsOf(AccountId owner, ChannelId channelId) {
                return bots.getOrDefault(owner, Set.of());
            }
        };
    }

    /** What the log is going to answer. */
    Scene log(Consumer<RememberedLog> remembering) {
        remembering.accept(log);
        return this;
    }

    /** A message that only the log remembers. */
    Scene logged(MessageId messageId, AccountId author, String key, EventPosition position) {
        return log(remembered -> remembered.message(messageId, author, key, position));
    }

    Scene loggedDeletion(MessageId messageId, EventPosition position) {
        return log(remembered -> remembered.deletion(messageId, position));
    }

    ResultValidator<Channel> when(AccountId actor, ChannelCommand command) {
        return when(command, MetaData.with(AggregateType.ACTOR, actor));
    }

    /** The same command once more, after a conflict. */
    ResultValidator<Channel> whenRepeated(AccountId actor, ChannelCommand command) {
        return when(command, MetaData.with(AggregateType.ACTOR, actor).and(AggregateType.REPEATED, true));
    }

    private ResultValidator<Channel> when(ChannelCommand command, MetaData metaData) {
        AggregateTestFixture<Channel> fixture = new AggregateTestFixture<>(Channel.class);
        ParameterResolverFactory context = new SimpleResourceParameterResolverFactory(
                List.of(new DecisionContext(log, directory(), this, Clock.fixed(NOW, ZoneOffset.UTC))));
        ParameterResolverFactory resources =
                new MultiParameterResolverFactory(context, ClasspathParameterResolverFactory.forClass(Channel.class));
        fixture.registerParameterResolverFactory(context);
        fixture.registerAggregateFactory(AggregateHost.factoryOf(TYPE, resources));
        AggregateAnnotationCommandHandler<Channel> handler = AggregateAnnotationCommandHandler.<Channel>builder()
                .aggregateType(Channel.class)
                .repository(fixture.getRepository())
                .parameterResolverFactory(resources)
                .creationPolicyAggregateFactory(id -> new Channel(CHANNEL))
                .build();
        fixture.registerCommandHandler(command.getClass(), handler);
        return given(fixture).when(command, metaData);
    }

    private TestExecutor<Channel> given(AggregateTestFixture<Channel> fixture) {
        TestExecutor<Channel> given = fixture.givenCurrentTime(NOW);
        for (Past event : past) {
            given = given.andGivenCurrentTime(event.at()).andGiven(event.message());
        }
        return given.andGivenCurrentTime(NOW);
    }

    private Map<String, AccountId> named(Collection<String> usernames) {
        Map<String, AccountId> found = new HashMap<>(names);
        found.keySet().retainAll(usernames);
        return found;
    }

    static Matcher<Throwable> refused(RejectionCode code) {
        return new CustomTypeSafeMatcher<>("a refusal with code " + code) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof CommandRefusedException refused && refused.code() == code;
            }
        };
    }

    static Matcher<Throwable> refused(RejectionCode code, Duration retryAfter) {
        return new CustomTypeSafeMatcher<>("a refusal with code " + code + " for " + retryAfter) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof CommandRefusedException refused
                        && refused.code() == code
                        && refused.retryAfter().equals(retryAfter);
            }
        };
    }

    static Matcher<CommandResultMessage<?>> firstAnswer(MessageId messageId, long seq) {
        return new CustomTypeSafeMatcher<>("the first answer, of seq " + seq) {
            @Override
            protected boolean matchesSafely(CommandResultMessage<?> result) {
                return result.getPayload() instanceof Accepted accepted
                        && messageId.equals(accepted.messageId())
                        && accepted.seq() == seq
                        && accepted.changes() == 0;
            }
        };
    }

    /** Every other name is free. */
    @Override
    public ChannelId reserveName(String name, ChannelId candidate) {
        return name.equals(TAKEN) ? new ChannelId(new UUID(0x7000, 9)) : candidate;
    }

    @Override
    public ChannelId reserveDirect(Set<AccountId> people, ChannelId candidate) {
        return candidate;
    }
}
