package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.propose.AmountShape.Together;
import dev.recon.engine.propose.AmountShape.Together.Kind;
import dev.recon.engine.propose.AmountShape.Together.Term;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.stream.IntStream;

/// Finds lines that write nothing for an amount of zero: the accounts without a balance in a trial
/// balance, of which the other side says `0.00`.
///
/// Where neither side writes a zero, a line without an amount is no entry, and is rejected.
///
/// @param draft whose files they are
record EmptyAmounts(Draft draft) {
    /// Of lines that say nothing there must be so many that the other side has as zeros.
    private static final double ZEROS_MIN = 0.5;

    /// The amount of a side, with nothing read as zero where the other side shows that it is.
    Found asZero(Side side, Found found, Found other) {
        long empty = lines(side, found).filter(row -> isEmpty(side, found, row)).count();
        boolean isPlain = found.shape() instanceof AmountShape.Plain;
        boolean isZero =
                isPlain
                        && empty > 0
                        && hasNoCurrencies(found)
                        && zeros(side, found) == 0
                        && zeros(side.other(), other) >= empty * ZEROS_MIN;
        return isZero ? found.as(read(found), found.units()) : found;
    }

    private static boolean hasNoCurrencies(Found found) {
        return found.parts().stream().allMatch(part -> part.currency().isEmpty());
    }

    private IntStream lines(Side side, Found found) {
        return IntStream.range(0, Math.min(draft.sample(side).rows(), found.units().length));
    }

    private boolean isEmpty(Side side, Found found, int row) {
        return found.parts().stream()
                .allMatch(part -> draft.sample(side).cell(row, part.column()).isBlank());
    }

    private long zeros(Side side, Found found) {
        return lines(side, found)
                .filter(row -> found.units()[row] == 0 && !isEmpty(side, found, row))
                .count();
    }

    /// Credit less debit, or and debit where that has its minus, or the one column there is.
    private static AmountShape read(Found found) {
        List<PartColumn> parts = found.parts();
        PartColumn first = parts.stream().filter(part -> !part.isDebit()).findFirst().orElseThrow();
        List<Term> others =
                parts.stream()
                        .filter(part -> !part.equals(first))
                        .map(part -> term(part, found.mark()))
                        .toList();
        boolean negative = parts.stream().anyMatch(PartColumn::isNegative);
        Kind kind = negative ? Kind.SUM : Kind.DIFFERENCE;
        return new Together(kind, term(first, found.mark()), others, 0);
    }

    private static Term term(PartColumn part, char mark) {
        return new Term(part.column().name(), mark, true);
    }
}
