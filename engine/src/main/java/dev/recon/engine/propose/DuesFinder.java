package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.TextParts;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the number of what is due again and again, such as rent: it repeats on both sides, mostly
/// with the same amount, so that neither is a key, and only the day tells months apart. Where there
/// is none, the name of who pays does.
///
/// @param amounts what is counted on both sides
record DuesFinder(Draft draft, AmountFinder.Choice amounts) {
    static final int NUMBERS_MIN = 5;
    static final int ENTRIES_MIN = 20;
    private static final double REPEATED_MIN = 1.5;
    private static final double CITED_MIN = 0.98;

    /// The number, and the entries that it, the amount and the nearest day pair.
    record Found(Dues dues, DuesByDay days) {}

    /// The number that pairs most entries, if any does.
    Optional<Found> find() {
        Optional<Found> best = Optional.empty();
        for (Dues dues : candidates()) {
            DuesEvidence evidence = new DuesEvidence(draft, dues, amounts);
            boolean isName = dues.form() == NormalForm.NAME;
            if (isName && !evidence.comesAgain(REPEATED_MIN)) {
                continue;
            }
            Optional<DuesByDay> found = evidence.find();
            int most = best.map(one -> one.days.count()).orElse(0);
            if (found.isPresent() && found.get().count() > most) {
                best = Optional.of(new Found(dues, found.get()));
            }
        }
        return best;
    }

    private List<Dues> candidates() {
        List<Dues> all = new ArrayList<>();
        List<Dues> named = new ArrayList<>();
        for (ColumnProfile one : draft.left.columns()) {
            for (ColumnProfile other : draft.right.columns()) {
                if (isRepeatedName(one) && isRepeatedName(other)) {
                    named.add(new Dues(one, other, NormalForm.NAME, Optional.empty()));
                }
                boolean ours = isRepeated(one);
                boolean theirs = isRepeated(other);
                if (ours && theirs) {
                    all.add(new Dues(one, other, form(one, other), Optional.empty()));
                }
                if (ours && KeyFinder.isText(other)) {
                    cited(one, other, Side.RIGHT).ifPresent(all::add);
                }
                if (theirs && KeyFinder.isText(one)) {
                    cited(one, other, Side.LEFT).ifPresent(all::add);
                }
            }
        }
        all.addAll(named);
        return all;
    }

    private NormalForm form(ColumnProfile one, ColumnProfile other) {
        boolean padded = draft.left.isPadded(one) || draft.right.isPadded(other);
        return padded ? NormalForm.NUMBER : NormalForm.CODE;
    }

    private static boolean isRepeated(ColumnProfile column) {
        return KeyFinder.isKey(column) && !KeyFinder.isText(column) && isRepeatedly(column);
    }

    private static boolean isRepeatedName(ColumnProfile column) {
        return KeyFinder.isText(column) && isRepeatedly(column);
    }

    private static boolean isRepeatedly(ColumnProfile column) {
        return column.distinct() >= NUMBERS_MIN
                && column.filled() >= column.distinct() * REPEATED_MIN;
    }

    /// A number of one side that texts of the other cite, found there by what it looks like.
    private Optional<Dues> cited(ColumnProfile one, ColumnProfile other, Side in) {
        SampleSide of = draft.sample(in.other());
        ColumnProfile number = in == Side.LEFT ? other : one;
        Set<String> written = new HashSet<>();
        for (int row = 0; row < of.rows(); row++) {
            written.add(of.cell(row, number));
        }
        written.remove("");
        return NumberPattern.of(written)
                .map(pattern -> new Dues.Cited(in, pattern))
                .map(found -> new Dues(one, other, NormalForm.CODE, Optional.of(found)))
                .filter(dues -> findsWhatIsCited(dues, in));
    }

    /// Does the pattern find a number of the other side nearly wherever a text holds one?
    private boolean findsWhatIsCited(Dues dues, Side in) {
        Set<String> numbers =
                draft.sample(in.other()).distinct(dues.column(in.other()), NormalForm.CODE);
        int min = numbers.stream().mapToInt(String::length).min().orElse(0);
        int max = numbers.stream().mapToInt(String::length).max().orElse(0);
        TextParts parts = new TextParts(min, max);
        SampleSide texts = draft.sample(in);
        String[] found = dues.values(texts, in);
        int cited = 0;
        int right = 0;
        for (int row = 0; row < found.length; row++) {
            String text = texts.cell(row, dues.column(in));
            boolean holds = parts.of(text).stream().anyMatch(numbers::contains);
            cited += holds ? 1 : 0;
            right += holds && numbers.contains(found[row]) ? 1 : 0;
        }
        return cited >= ENTRIES_MIN && right >= cited * CITED_MIN;
    }
}
