package tidings.command.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import tidings.command.dispatch.AggregateHost;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** What happened in a channel before somebody asks something of it: Axon's fixture in the words of the chat. */
final class Scene implements MessageLog {

    static final ChannelId CHANNEL = new ChannelId(new UUID(0x7000, 1));
    static final AccountId OWNER = new AccountId(new UUID(0x7000, 100));
    static final AccountId MEMBER = new AccountId(new UUID(0x7000, 101));
    static final AccountId STRANGER = new AccountId(new UUID(0x7000, 102));

    private static final AggregateType<Channel> TYPE =
            new AggregateType<>(Channel.class, id -> new Channel(new ChannelId(id)));

    private final List<GenericEventMessage<?>> past = new ArrayList<>();
    private final Map<MessageId, LoggedMessage> logged = new HashMap<>();
    private final Map<MessageKey, LoggedMessage> loggedByKey = new HashMap<>();
    private final Map<MessageId, Mark> loggedDeletions = new HashMap<>();

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
        past.add(new GenericEventMessage<>(event, MetaData.with(AggregateType.ACTOR, actor.toString())));
        return this;
    }

    /** A message that only the log remembers. */
    Scene logged(MessageId messageId, AccountId author, String key, Mark mark) {
        LoggedMessage message = new LoggedMessage(messageId, author, mark);
        logged.put(messageId, message);
        loggedByKey.put(new MessageKey(author, new ClientMessageId(key)), message);
        return this;
    }

    Scene loggedDeletion(MessageId messageId, Mark mark) {
        loggedDeletions.put(messageId, mark);
        return this;
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
        ParameterResolverFactory log = new SimpleResourceParameterResolverFactory(List.of((MessageLog) this));
        ParameterResolverFactory resources =
                new MultiParameterResolverFactory(log, ClasspathParameterResolverFactory.forClass(Channel.class));
        fixture.registerParameterResolverFactory(log);
        fixture.registerAggregateFactory(AggregateHost.factoryOf(TYPE, resources));
        AggregateAnnotationCommandHandler<Channel> handler = AggregateAnnotationCommandHandler.<Channel>builder()
                .aggregateType(Channel.class)
                .repository(fixture.getRepository())
                .parameterResolverFactory(resources)
                .creationPolicyAggregateFactory(id -> new Channel(CHANNEL))
                .build();
        fixture.registerCommandHandler(command.getClass(), handler);
        return fixture.given(past).when(command, metaData);
    }

    static Matcher<Throwable> refused(RejectionCode code) {
        return new CustomTypeSafeMatcher<>("a refusal with code " + code) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof CommandRefused refused && refused.code() == code;
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

    @Override
    public Optional<LoggedMessage> find(ChannelId channelId, MessageId messageId) {
        return Optional.ofNullable(logged.get(messageId));
    }

    @Override
    public Optional<Mark> deletionOf(MessageId messageId) {
        return Optional.ofNullable(loggedDeletions.get(messageId));
    }

    @Override
    public Map<MessageKey, LoggedMessage> findAll(ChannelId channelId, Collection<MessageKey> keys) {
        Map<MessageKey, LoggedMessage> found = new HashMap<>(loggedByKey);
        found.keySet().retainAll(keys);
        return found;
    }
}
