package tidings.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountDirectory;
import tidings.command.channel.ChannelCommand.ArchiveChannel;
import tidings.command.channel.ChannelCommand.ChangeSettings;
import tidings.command.channel.ChannelCommand.ChangeSettings.Wording;
import tidings.command.channel.ChannelCommand.ImportMembers;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.command.imports.ChannelPlaces.Place;
import tidings.command.imports.ImportIdentityStore.Identity;
import tidings.command.imports.ImportIdentityStore.Kind;
import tidings.command.imports.ImportRequests.NewChannel;
import tidings.command.text.LineBreaks;
import tidings.command.text.Visible;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Opens the channels of another system, and adds the members that are missing to those that are open already. */
final class ChannelImport {

    static final int MAX_CHANNELS = 500;
    private static final int MEMBERS_AT_ONCE = 1_000;

    private final ImportIdentityStore identities;
    private final ChannelPlaces places;
    private final AccountDirectory accounts;
    private final ManyDecisions decisions;
    private final IdFactory ids;

    ChannelImport(
            ImportIdentityStore identities,
            ChannelPlaces places,
            AccountDirectory accounts,
            ManyDecisions decisions,
            IdFactory ids) {
        this.identities = identities;
        this.places = places;
        this.accounts = accounts;
        this.decisions = decisions;
        this.ids = ids;
    }

    record Result(List<KnownChannel> channels) {}

    /** @param created whether this call opened it */
    record KnownChannel(
            String sourceId, String id, @Nullable String name, boolean created) {}

    /** @throws CommandRefusedException when some could not be recorded; all of it may then be sent again */
    Result run(ImportRequests.Channels request) {
        String source = ImportRequests.source(request.source());
        Map<String, NewChannel> wishes = new LinkedHashMap<>();
        ImportRequests.bounded(request.channels(), MAX_CHANNELS, "channels")
                .forEach(wish -> wishes.putIfAbsent(ImportRequests.sourceId(wish.sourceId()), wish));
        requireAccounts(wishes.values());
        List<Place> found = places.find(claim(source, wishes));
        List<Place> fresh = found.stream().filter(place -> !place.known()).toList();
        decide(fresh.stream().map(ChannelImport::opening).toList());
        decide(fresh.stream()
                .filter(place ->
                        Visible.isIn(Objects.requireNonNullElse(place.wish().description(), "")))
                .map(ChannelImport::describing)
                .toList());
        decide(fresh.stream()
                .filter(place -> place.wish().isArchived())
                .map(ChannelImport::archiving)
                .toList());
        identities.markRecorded(
                source, Kind.CHANNEL, fresh.stream().map(Place::sourceId).toList());
        decide(found.stream().flatMap(place -> additions(place).stream()).toList());
        return new Result(found.stream()
                .map(place -> new KnownChannel(place.sourceId(), place.id().toString(), place.name(), !place.known()))
                .toList());
    }

    private void requireAccounts(Iterable<NewChannel> wishes) {
        List<AccountId> members = new ArrayList<>();
        wishes.forEach(wish -> members.addAll(wish.members()));
        if (!accounts.allExist(members)) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "a member is no account");
        }
    }

    private List<Place> claim(String source, Map<String, NewChannel> wishes) {
        Map<String, Identity> known = identities.claim(source, Kind.CHANNEL, wishes.keySet(), ids::next);
        List<Place> claimed = new ArrayList<>();
        wishes.forEach((sourceId, wish) -> {
            Identity identity = Objects.requireNonNull(known.get(sourceId));
            claimed.add(new Place(sourceId, wish, new ChannelId(identity.id()), null, identity.recorded()));
        });
        return claimed;
    }

    private static AskedCommand opening(Place place) {
        List<AccountId> members = place.wish().members();
        return new AskedCommand(
                members.getFirst(),
                new OpenChannel(
                        place.id(),
                        place.name(),
                        topic(place.wish()),
                        ImportRequests.required(place.wish().visibility(), "visibility"),
                        members.subList(0, Math.min(members.size(), MEMBERS_AT_ONCE))));
    }

    private static AskedCommand describing(Place place) {
        return new AskedCommand(
                place.wish().members().getFirst(),
                new ChangeSettings(
                        place.id(), null, null, new Wording(place.wish().description()), null, null, null));
    }

    /** What is imported still comes in, whoever archived it. One that is opened again here stays open. */
    private static AskedCommand archiving(Place place) {
        return new AskedCommand(place.wish().members().getFirst(), new ArchiveChannel(place.id()));
    }

    /** On one line, and none where nothing of it shows. */
    private static @Nullable String topic(NewChannel wish) {
        if (wish.topic() == null) {
            return null;
        }
        String line = LineBreaks.asLineFeeds(wish.topic()).replace('\n', ' ');
        return Visible.isIn(line) ? line : null;
    }

    /** For a channel that this call opened, those beyond the first thousand; for the others, all: most are there. */
    private static List<AskedCommand> additions(Place place) {
        List<AccountId> members = place.wish().members();
        List<AskedCommand> additions = new ArrayList<>();
        for (int from = place.known() ? 0 : MEMBERS_AT_ONCE; from < members.size(); from += MEMBERS_AT_ONCE) {
            int to = Math.min(from + MEMBERS_AT_ONCE, members.size());
            additions.add(new AskedCommand(null, new ImportMembers(place.id(), members.subList(from, to))));
        }
        return additions;
    }

    /** A channel that is open or archived already, by a run that was cut off, answers CONFLICT: that is as good. */
    private void decide(List<AskedCommand> asked) {
        for (Outcome outcome : decisions.decide(asked)) {
            if (outcome instanceof Outcome.Rejected rejected && rejected.code() != RejectionCode.CONFLICT) {
                throw new CommandRefusedException(rejected.code(), rejected.message());
            }
        }
    }
}
