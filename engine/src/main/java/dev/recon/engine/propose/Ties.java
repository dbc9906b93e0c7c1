package dev.recon.engine.propose;

import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What ties the entries of two files together, and what is counted; the surest evidence first.
///
/// A key of single entries; else a key by which sums agree; else a reference that stands in a text,
/// of one entry or of all lines of a payout; else a column whose sums are entries of the other
/// side. Finer evidence goes before coarser one: where a customer's address repeats and the number
/// of the order, which never does, stands in a text, the number decides.
///
/// @param key columns with common values
/// @param inText a reference in a text, where both sides have no key
/// @param amounts what is counted
/// @param sums the amounts, where what several entries come to tells which
/// @param batch the column of one side whose entries come together to entries of the other
/// @param namesSeveral do texts of one side name several references of the other, or several texts
///   the same one?
record Ties(
        Optional<Key> key,
        Optional<Key> inText,
        Optional<AmountFinder.Choice> amounts,
        Optional<Sums> sums,
        Optional<BatchFinder.Batch> batch,
        boolean namesSeveral) {
    private static final double TELLING = 0.99;
    private static final double MORE_HELD = 1.1;
    private static final double COARSE_BELOW = 0.5;

    static Ties of(Draft draft, AmountFinder finder) {
        KeyFinder keys = new KeyFinder(draft.left, draft.right);
        Optional<Key> single = keys.find();
        Optional<GroupFinder.Grouping> grouping =
                single.filter(keys::tellsApart).isPresent() ? Optional.empty() : grouping(draft);
        Optional<Ties> finer =
                grouping.flatMap(by -> finer(draft, by).or(() -> inBatches(draft, by)));
        if (finer.isPresent()) {
            return finer.get();
        }
        Optional<Key> key = grouping.map(GroupFinder.Grouping::key).or(() -> single);
        draft.isGrouped = grouping.isPresent();
        if (grouping.isPresent()) {
            return of(grouping.get());
        }
        Optional<Key> named = named(draft, keys, key);
        if (key.isPresent() || named.isPresent()) {
            boolean several =
                    named.map(by -> new CitedReferences(draft, by).areSeveral()).orElse(false);
            Optional<Key> plain = named.isPresent() ? Optional.empty() : key;
            return of(plain, named, finder.find(), several);
        }
        Optional<Key> joined = countsNothing(draft) ? JoinedText.key(draft) : Optional.empty();
        if (joined.isPresent()) {
            return of(joined, Optional.empty());
        }
        Optional<Ties> same = same(draft, finder);
        if (same.isPresent()) {
            return same.get();
        }
        Ties bySums = bySums(draft, finder);
        Optional<GroupFinder.Grouping> lines =
                bySums.sums.isPresent()
                        ? Optional.empty()
                        : bySums.amounts.flatMap(new LinesFinder(draft)::find);
        draft.isGrouped = lines.isPresent();
        return lines.map(Ties::of).orElse(bySums);
    }

    /// Lines that are the same in all that one side says.
    private static Optional<Ties> same(Draft draft, AmountFinder finder) {
        SameLines lines = new SameLines(draft, finder.find());
        return lines.find()
                .map(key -> {
                    draft.repeated = Optional.of(lines.pairs(key));
                    return of(Optional.of(key), lines.amounts());
                });
    }

    private static Ties of(GroupFinder.Grouping grouping) {
        Sums sums = grouping.sums();
        return new Ties(
                Optional.of(grouping.key()),
                Optional.empty(),
                Optional.of(sums.amounts()),
                Optional.of(sums),
                Optional.empty(),
                false);
    }

    private static Optional<GroupFinder.Grouping> grouping(Draft draft) {
        return new GroupFinder(draft.left, draft.right)
                .find(counts(draft, Side.LEFT), counts(draft, Side.RIGHT));
    }

    private static boolean countsNothing(Draft draft) {
        return new AmountColumns(draft, Side.LEFT).find().isEmpty()
                || new AmountColumns(draft, Side.RIGHT).find().isEmpty();
    }

    /// Another reference that stands in texts, by which more sums agree: the number of an order
    /// rather than the address of its customer, whose orders come to the same on both sides, too.
    private static Optional<Ties> finer(Draft draft, GroupFinder.Grouping grouping) {
        return new NamedGroupFinder(draft)
                .find()
                .filter(named -> named.agreeing() > grouping.agreeing())
                .filter(named -> {
                    Side side = named.key().inText().orElseThrow().other();
                    return !grouping.key().holds(side, named.key().first().column(side));
                })
                .map(named ->
                        new Ties(
                                Optional.empty(),
                                Optional.of(named.key()),
                                Optional.of(named.sums().amounts()),
                                Optional.of(named.sums()),
                                Optional.empty(),
                                false));
    }

    /// Batches within the groups of a key that both sides share by the dozen: the takings of a day,
    /// where those of a shop in all its days agree as well.
    private static Optional<Ties> inBatches(Draft draft, GroupFinder.Grouping grouping) {
        boolean isCoarse =
                repeats(draft, grouping.key(), Side.LEFT)
                        && repeats(draft, grouping.key(), Side.RIGHT);
        return (isCoarse ? new BatchFinder(draft).find() : Optional.<BatchFinder.Batches>empty())
                .filter(found -> found.sums().pairs().count() > grouping.agreeing())
                .map(Ties::of);
    }

    private static boolean repeats(Draft draft, Key key, Side side) {
        return CompositeKeys.uniqueness(key.values(draft.sample(side), side)) < COARSE_BELOW;
    }

    private static Ties of(BatchFinder.Batches batches) {
        return new Ties(
                Optional.empty(),
                Optional.empty(),
                Optional.of(batches.sums().amounts()),
                Optional.of(batches.sums()),
                Optional.of(batches.batch()),
                false);
    }

    /// A reference that stands in texts, where it says more than a key that both sides have.
    private static Optional<Key> named(Draft draft, KeyFinder keys, Optional<Key> key) {
        if (key.isEmpty()) {
            return keys.findInText();
        }
        if (keys.telling(key.get()) < TELLING) {
            return keys.findInText().filter(by -> isFiner(keys, by, key.get()));
        }
        return draft.isComplete()
                ? keys.findInText().filter(by -> holdsMore(by, key.get()))
                : Optional.empty();
    }

    /// Is the key a text that mostly is a reference alone, and in other lines holds one, or
    /// several?
    private static boolean holdsMore(Key named, Key single) {
        return named.first().left().equals(single.first().left())
                && named.first().right().equals(single.first().right())
                && named.hits() >= single.hits() * MORE_HELD;
    }

    /// Is a reference in texts one that never repeats, and does it tie as many values together?
    private static boolean isFiner(KeyFinder keys, Key named, Key single) {
        return named.hits() >= single.hits() && keys.telling(named) >= TELLING;
    }

    /// Everything that counts something on one side, whether its name speaks of money or not.
    private static List<AmountColumns.Found> counts(Draft draft, Side side) {
        AmountColumns columns = new AmountColumns(draft, side);
        return Stream.concat(
                        columns.find().stream().filter(AmountColumns.Found::isSplit),
                        columns.all().stream())
                .toList();
    }

    private static Ties of(
            Optional<Key> key,
            Optional<Key> inText,
            Optional<AmountFinder.Choice> amounts,
            boolean several) {
        return new Ties(key, inText, amounts, Optional.empty(), Optional.empty(), several);
    }

    /// A key and amounts that nothing but their names speaks for.
    static Ties of(Optional<Key> key, Optional<AmountFinder.Choice> amounts) {
        return of(key, Optional.empty(), amounts, false);
    }

    /// Where no entry has a key, what several of them come to.
    private static Ties bySums(Draft draft, AmountFinder finder) {
        Optional<NamedGroupFinder.Grouped> named = new NamedGroupFinder(draft).find();
        Optional<BatchFinder.Batches> batches =
                named.isPresent()
                        ? Optional.empty()
                        : new BatchFinder(draft).find().or(() -> new TakingsFinder(draft).find());
        Optional<Sums> sums =
                named.map(NamedGroupFinder.Grouped::sums)
                        .or(() -> batches.map(BatchFinder.Batches::sums));
        return new Ties(
                Optional.empty(),
                named.map(NamedGroupFinder.Grouped::key),
                sums.map(Sums::amounts).or(finder::find),
                sums,
                batches.map(BatchFinder.Batches::batch),
                false);
    }

    /// Does nothing but amounts tie them together?
    boolean isLoose() {
        return key.isEmpty() && inText.isEmpty() && batch.isEmpty();
    }

    /// Do texts name what several entries share, of which only the sums agree?
    boolean isNamedGroup() {
        return sums.isPresent() && inText.isPresent();
    }
}
