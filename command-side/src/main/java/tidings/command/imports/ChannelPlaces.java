package tidings.command.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.ChannelNames;
import tidings.command.imports.ImportRequests.NewChannel;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;

/** Finds imported channels their ids and free names; several at once, because each waits for the database. */
final class ChannelPlaces {

    private static final int AT_ONCE = 6;
    private static final int MAX_NUMBER = 1_000;

    private final ChannelNames names;

    ChannelPlaces(ChannelNames names) {
        this.names = names;
    }

    /**
     * A channel that is wished for, and what it will be here.
     *
     * @param known whether it was opened by an earlier call
     */
    record Place(
            String sourceId,
            NewChannel wish,
            ChannelId id,
            @Nullable String name,
            boolean known) {}

    List<Place> find(List<Place> wished) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Place>> found = wished.stream()
                    .map(place -> threads.submit(() -> find(place)))
                    .toList();
            return found.stream().map(ChannelPlaces::result).toList();
        }
    }

    private Place find(Place place) {
        if (place.wish().visibility() == Visibility.DIRECT) {
            ChannelId holder = names.reserveDirect(new HashSet<>(place.wish().members()), place.id());
            return new Place(place.sourceId(), place.wish(), holder, null, place.known());
        }
        String wished =
                ChannelNaming.nearestTo(Objects.requireNonNullElse(place.wish().name(), ""));
        for (int number = 1; number <= MAX_NUMBER; number++) {
            String name = ChannelNaming.numbered(wished, number);
            if (names.reserveName(name, place.id()).equals(place.id())) {
                return new Place(place.sourceId(), place.wish(), place.id(), name, place.known());
            }
        }
        throw new IllegalStateException("no free name like " + wished);
    }

    private static Place result(Future<Place> place) {
        try {
            return place.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
