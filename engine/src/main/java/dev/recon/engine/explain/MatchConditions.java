package dev.recon.engine.explain;

import dev.recon.engine.explain.Holder.Held;
import dev.recon.engine.rate.Exchange;
import dev.recon.engine.rules.BatchFee;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the pass of a match asked, and by how much it holds: of pairs what it asks of two entries,
/// of groups and sums what all of them add up to.
///
/// @param held the match
/// @param left its left entries
/// @param right its right entries
/// @param exchange by which two currencies are counted
record MatchConditions(
        Held held, List<EntryFields> left, List<EntryFields> right, Exchange exchange) {
    private static final double PERCENT = 100;

    List<Condition> of(Pass pass) {
        if (left.isEmpty() || right.isEmpty()) {
            return ContraConditions.of(pass, left.isEmpty() ? right : left, exchange);
        }
        EntryPair pair = new EntryPair(shown(pass, left), shown(pass, right), exchange);
        List<Condition> asked = PassConditions.of(pass, pair);
        return switch (pass) {
            case Pass.Exact _, Pass.Reference _, Pass.Close _, Pass.Contra _, Pass.Fx _ -> asked;
            case Pass.Group _, Pass.Sum _ -> insteadOfLast(asked, sums(""));
            case Pass.Batch batch ->
                    insteadOfLast(asked, sums(batch.fee().map(this::told).orElse("")));
            case Pass.Probable probable -> insteadOfLast(asked, likely(probable));
            case Pass.Fee fee ->
                    fee.schedules().isEmpty() ? insteadOfLast(asked, kept(fee, pair)) : asked;
        };
    }

    /// The first entries of both sides, which of a pair are all.
    EntryPair pair() {
        return new EntryPair(left.getFirst(), right.getFirst(), exchange);
    }

    /// The entry that is shown for a side: of a batch the latest, whose date is that of the batch.
    private static EntryFields shown(Pass pass, List<EntryFields> entries) {
        return pass instanceof Pass.Batch
                ? Collections.max(entries, Comparator.comparingInt(MatchConditions::day))
                : entries.getFirst();
    }

    private static int day(EntryFields entry) {
        return entry.table().dates().days()[entry.row()];
    }

    private static List<Condition> insteadOfLast(List<Condition> asked, Condition last) {
        List<Condition> all = new ArrayList<>(asked.subList(0, asked.size() - 1));
        all.add(last);
        return all;
    }

    private String told(BatchFee fee) {
        return ", of which " + fee.words(left.getFirst().table().decimals()) + " is kept";
    }

    /// @param kept what is said of the difference, if a fee is kept
    private Condition sums(String kept) {
        long apart = Math.subtractExact(Wording.sum(left), Wording.sum(right));
        String text = sum(left) + " on the left, " + sum(right) + " on the right";
        String rest = Wording.amount(left.getFirst(), apart);
        return Condition.holds(
                Table.AMOUNT,
                apart == 0
                        ? text
                        : text
                                + ": "
                                + rest
                                + " apart"
                                + (kept.isEmpty() ? " or left open" : kept));
    }

    private static String sum(List<EntryFields> entries) {
        String amounts =
                entries.stream()
                        .limit(Wording.ENTRIES_SHOWN)
                        .map(entry -> entry.money().value())
                        .collect(Collectors.joining(" + "));
        int more = entries.size() - Wording.ENTRIES_SHOWN;
        String sum = Wording.signedAmount(entries.getFirst(), Wording.sum(entries));
        return entries.size() == 1
                ? sum
                : sum + " = " + amounts + (more > 0 ? " and " + more + " more" : "");
    }

    private Condition likely(Pass.Probable probable) {
        String share = String.format(Locale.ROOT, "%.2f", held.confidence() * PERCENT);
        return Condition.holds(
                String.join(", ", probable.fields()),
                "together they make it " + share + " % likely; no other pair comes before it");
    }

    private static Condition kept(Pass.Fee fee, EntryPair pair) {
        EntryFields gross = pair.of(fee.gross());
        EntryFields net = pair.of(fee.gross().other());
        return Condition.holds(
                Table.AMOUNT,
                "a schedule learnt from earlier matches leaves "
                        + net.money().value()
                        + " of "
                        + gross.money().value()
                        + ": the fee is "
                        + Wording.signedAmount(gross, gross.units() - net.units()));
    }
}
