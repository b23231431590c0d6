package tidings.query.search;

import java.util.UUID;

/** An index that gives messages in the order of time. */
sealed interface CandidateIndex {

    /** The messages that have a token. */
    record OfToken(String token) implements CandidateIndex {}

    /** The messages of a channel. */
    record OfChannel(UUID channel) implements CandidateIndex {}

    /** The messages by an author. */
    record OfAuthor(UUID author) implements CandidateIndex {}

    /** All messages. */
    record OfEverything() implements CandidateIndex {}
}
