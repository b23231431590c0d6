package tidings.query.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;

/** A private channel with ten messages, of which one was edited twice and another one deleted. */
record TenMessages(AccountId author, UUID channel, List<MessageId> messages) {

    static TenMessages in(QueryWorld world, String name) {
        Chat chat = world.chat();
        AccountId author = chat.account(name + "-ada");
        UUID channel = chat.channel(name, Visibility.PRIVATE, author);
        List<MessageId> messages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            messages.add(chat.post(channel, author, String.valueOf(i)));
        }
        chat.edit(channel, author, messages.get(3), "three");
        chat.delete(channel, author, messages.get(4));
        chat.edit(channel, author, messages.get(3), "THREE");
        chat.leave(channel, chat.account(name + "-nobody"));
        world.settle();
        return new TenMessages(author, channel, messages);
    }
}
