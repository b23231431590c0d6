package tidings.load.books;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomBookTest {

    private final RoomBook room = new RoomBook();
    private final ReceiverBook ada = room.addReceiver();
    private final ReceiverBook bob = room.addReceiver();

    private void sendAndAck(int messages) {
        for (int i = 0; i < messages; i++) {
            room.acked(room.send(), 10 + i);
        }
    }

    private static void receiveAll(ReceiverBook receiver, int... numbers) {
        for (int number : numbers) {
            receiver.received(number, 10 + number);
        }
    }

    @Test
    void isCleanWhenEverybodyGotEverythingInOneOrder() {
        sendAndAck(3);
        receiveAll(ada, 0, 1, 2);
        assertThat(room.isSettled()).isFalse();
        receiveAll(bob, 0, 1, 2);
        assertThat(room.isSettled()).isTrue();
        assertThat(room.verdict()).isEqualTo(new Verdict(3, 3, 0, 0, 6, 0, 0, 0, 0));
        assertThat(room.verdict().isClean()).isTrue();
    }

    @Test
    void findsLostMessages() {
        sendAndAck(3);
        receiveAll(ada, 0, 1, 2);
        receiveAll(bob, 0, 2);
        assertThat(room.verdict().lost()).isEqualTo(1);
        assertThat(room.verdict().isClean()).isFalse();
        assertThat(room.isSettled()).isFalse();
    }

    @Test
    void countsAsLostWhatOnlySomeSawThoughItWasNeverAcknowledged() {
        room.send();
        receiveAll(ada, 0);
        assertThat(room.verdict().lost()).isEqualTo(1);
        assertThat(room.verdict().unanswered()).isEqualTo(1);
    }

    @Test
    void findsDoubledMessagesAndAcknowledgements() {
        sendAndAck(1);
        receiveAll(ada, 0, 0);
        receiveAll(bob, 0);
        assertThat(room.verdict().duplicated()).isEqualTo(1);
        room.acked(0, 10);
        assertThat(room.verdict().duplicated()).isEqualTo(2);
        assertThat(room.verdict().isClean()).isFalse();
    }

    @Test
    void findsReorderedMessages() {
        sendAndAck(2);
        receiveAll(ada, 1, 0);
        receiveAll(bob, 0, 1);
        assertThat(room.verdict().reordered()).isEqualTo(1);
        assertThat(room.verdict().isClean()).isFalse();
    }

    @Test
    void findsRoomsWhereMembersSawDifferentOrders() {
        sendAndAck(2);
        receiveAll(ada, 0, 1);
        bob.received(1, 10);
        bob.received(0, 11);
        assertThat(room.verdict().roomsInDisagreement()).isEqualTo(1);
        assertThat(room.verdict().isClean()).isFalse();
    }

    @Test
    void expectsNobodyToSeeWhatWasRefused() {
        room.refused(room.send());
        assertThat(room.verdict()).isEqualTo(new Verdict(1, 0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(room.isSettled()).isTrue();
    }

    @Test
    void knowsWhereAReceiverResumes() {
        assertThat(ada.lastSeq()).isEqualTo(-1);
        ada.advancedTo(5);
        ada.received(0, 7);
        ada.advancedTo(6);
        assertThat(ada.lastSeq()).isEqualTo(7);
    }
}
