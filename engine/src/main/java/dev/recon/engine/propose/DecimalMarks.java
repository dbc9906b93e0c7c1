package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Which mark stands before the decimals of amounts whose cells do not tell: what a person answers,
/// else what the amounts of the other side say.
record DecimalMarks(Draft draft) {
    private static final Pattern DOUBTFUL = Pattern.compile(".*[.,][0-9]{3}\\D*");
    private static final double LESS_LIKELY = 0.9;

    /// The amounts, and those whose cells do not tell which mark stands before the decimals also
    /// with the other one: the amounts of the other side do.
    List<Found> with(Side side, List<Found> found) {
        List<Found> all = new ArrayList<>(found);
        for (Found one : found) {
            ColumnProfile column = one.column();
            boolean answered = draft.answers.containsKey(question(side, column));
            if (!one.isSplit() && !answered && doubtful(side, column).isPresent()) {
                char other = one.mark() == '.' ? ',' : '.';
                long[] units = draft.sample(side).amounts(column, other);
                all.add(new Found(column, other, units, one.likelihood() * LESS_LIKELY));
            }
        }
        return all;
    }

    /// The amount, after asking where 1.234 may be a thousand or one and a bit.
    Found asked(Side side, Found found) {
        ColumnProfile column = found.column();
        Optional<String> doubtful = doubtful(side, column);
        if (doubtful.isPresent()) {
            draft.ask(
                    new Question(
                            question(side, column),
                            Optional.of(side),
                            column.name(),
                            "Which mark stands before the decimals in '" + doubtful.get() + "'?",
                            List.of(
                                    option(".", "the point", found),
                                    option(",", "the comma", found)),
                            String.valueOf(found.mark())));
        }
        return found;
    }

    /// Cells that may be read in either way are so as amounts of the other side say, or by the
    /// point.
    private static Question.Option option(String mark, String words, Found chosen) {
        boolean isFound = chosen.mark() != '.' && mark.charAt(0) == chosen.mark();
        return new Question.Option(
                mark, words, isFound ? "the amounts of the other side" : "nothing in the sample");
    }

    /// A cell of which the mark may be either, where no other cell proves it.
    private Optional<String> doubtful(Side side, ColumnProfile column) {
        boolean proved = column.type() instanceof ColumnType.Amount amount && amount.isMarkProved();
        return proved
                ? Optional.empty()
                : IntStream.range(0, draft.sample(side).rows())
                        .mapToObj(row -> draft.sample(side).cell(row, column))
                        .filter(cell -> DOUBTFUL.matcher(cell).matches())
                        .findFirst();
    }

    static String question(Side side, ColumnProfile column) {
        return side.word() + "." + column.name() + ".decimal";
    }
}
