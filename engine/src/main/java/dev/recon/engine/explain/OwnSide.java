package dev.recon.engine.explain;

import dev.recon.engine.probable.NearTexts;
import dev.recon.engine.rate.Exchange;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Looks on the side of an open entry itself: for what could cancel it, and for its twins.
///
/// Two looks at all entries of the side (see [NearestScan]). An entry is named when it is nearly
/// one: at most [#FAILING_MAX] conditions failed, and the amounts are no more than a tenth apart.
record OwnSide(Scope scope, Exchange exchange) {
    private static final int FAILING_MAX = 2;
    private static final int EACH_MAX = 2;
    private static final int TENTH = 10;

    /// The nearest ones, those that could cancel it first.
    List<OwnCandidate> nearest(EntryFields entry) {
        List<OwnCandidate> all = new ArrayList<>();
        for (OwnCandidate.Kind kind : OwnCandidate.Kind.values()) {
            int[] rows = NearestScan.own(scope, entry, kind == OwnCandidate.Kind.CONTRA ? -1 : 1);
            scope.fields(entry.side(), Arrays.stream(rows).boxed().toList()).stream()
                    .filter(other -> isNear(entry, other, kind))
                    .map(other -> candidate(entry, other, kind))
                    .filter(candidate -> candidate.failing() <= FAILING_MAX)
                    .filter(candidate -> isTwin(entry, candidate))
                    .sorted(Comparator.comparingLong(OwnCandidate::failing))
                    .limit(EACH_MAX)
                    .map(this::withMatch)
                    .forEach(all::add);
        }
        return all;
    }

    private static boolean isNear(EntryFields one, EntryFields other, OwnCandidate.Kind kind) {
        long units = kind == OwnCandidate.Kind.CONTRA ? -other.units() : other.units();
        long apart = Math.abs(one.units() - units);
        return one.units() != 0
                && Long.signum(one.units()) == Long.signum(units)
                && one.money().currency().equals(other.money().currency())
                && apart <= Math.abs(one.units()) / TENTH;
    }

    /// What only looks alike is no twin: their references are the same but for a typing error.
    private static boolean isTwin(EntryFields entry, OwnCandidate candidate) {
        Optional<String> one = entry.find(Table.REFERENCE);
        Optional<String> other = candidate.entry().find(Table.REFERENCE);
        if (candidate.kind() != OwnCandidate.Kind.TWIN || one.isEmpty() || other.isEmpty()) {
            return true;
        }
        return NearTexts.of(Edits.code(one.get()), Edits.code(other.get())).holds();
    }

    private OwnCandidate candidate(EntryFields entry, EntryFields other, OwnCandidate.Kind kind) {
        if (kind == OwnCandidate.Kind.TWIN) {
            return new OwnCandidate(
                    other,
                    kind,
                    Optional.empty(),
                    twin(new EntryPair(entry, other, exchange)),
                    OptionalInt.empty());
        }
        return passes(entry.side()).stream()
                .map(pass ->
                        new OwnCandidate(
                                other,
                                kind,
                                Optional.of(pass.name()),
                                cancelling(pass, entry, other),
                                OptionalInt.empty()))
                .min(Comparator.comparingLong(OwnCandidate::failing))
                .orElseGet(() ->
                        new OwnCandidate(
                                other,
                                kind,
                                Optional.empty(),
                                cancelling(plain(entry), entry, other),
                                OptionalInt.empty()));
    }

    private List<Condition> cancelling(Pass.Contra pass, EntryFields entry, EntryFields other) {
        boolean isParted = scope.holder().parted().parts(entry.side(), entry.row(), other.row());
        List<Condition> all = new ArrayList<>(Verdicts.decided(isParted));
        all.addAll(ContraConditions.of(pass, List.of(entry, other), exchange));
        return all;
    }

    /// Who holds an entry may cost a look elsewhere, so it is asked of those alone that are named.
    private OwnCandidate withMatch(OwnCandidate candidate) {
        EntryFields entry = candidate.entry();
        return scope.holder()
                .find(entry.side(), entry.row())
                .map(held -> candidate.heldBy(held.match()))
                .orElse(candidate);
    }

    private List<Pass.Contra> passes(Side side) {
        return scope.rules().passes().stream()
                .filter(pass -> pass instanceof Pass.Contra)
                .map(pass -> (Pass.Contra) pass)
                .filter(pass -> pass.sides().contains(side))
                .toList();
    }

    /// What makes two entries cancel, where no pass says it: nothing is left of their sum.
    private static Pass.Contra plain(EntryFields entry) {
        return new Pass.Contra(
                "",
                List.of(),
                List.of(entry.side()),
                Offset.PAIR,
                Tolerance.Absolute.EQUAL,
                DayWindow.ANY,
                List.of(),
                Ambiguity.BEST);
    }

    /// Twins say the same in every field that is mapped.
    private List<Condition> twin(EntryPair pair) {
        List<Condition> all = new ArrayList<>();
        for (String field : scope.rules().layout(pair.left().side()).fields().keySet()) {
            boolean known =
                    field.equals(Table.AMOUNT)
                            || field.equals(Table.DATE)
                            || field.equals(Table.CURRENCY);
            boolean neither =
                    pair.left().find(field).isEmpty() && pair.right().find(field).isEmpty();
            if (!neither && (known || pair.left().compared().isPresent(field))) {
                all.add(known ? KeyCondition.of(field, pair) : text(field, pair));
            }
        }
        return all;
    }

    private static Condition text(String field, EntryPair pair) {
        boolean same = pair.left().compared().isSame(field, pair.right().compared());
        String one = pair.left().find(field).orElse("nothing");
        String other = pair.right().find(field).orElse("nothing");
        return same
                ? Condition.holds(field, "the same " + field)
                : Condition.fails(
                        field, field + " differs (" + one + " and " + other + ")", new Mend.None());
    }
}
