package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/// Finds whether the sides use opposite signs, as a bank and the ledger of its customer do.
record OppositeSigns(Draft draft) {
    private static final int PAIRS_MIN = 5;

    /// Is a plus on the left a minus on the right? By paired entries, else where one side has
    /// nothing but minuses; a person is asked where it is not plain.
    boolean are(Found left, Found right) {
        int same = 0;
        int opposite = 0;
        for (int pair = 0; pair < draft.pairs.count(); pair++) {
            long one = left.units()[draft.pairs.left()[pair]];
            long other = right.units()[draft.pairs.right()[pair]];
            if (AmountColumns.isFilled(one) && AmountColumns.isFilled(other)) {
                boolean alike = one > 0 == other > 0;
                same += alike ? 1 : 0;
                opposite += alike ? 0 : 1;
            }
        }
        boolean unpaired = same + opposite == 0;
        boolean chosen =
                unpaired
                        ? (isPlus(left) && isMinus(right)) || (isMinus(left) && isPlus(right))
                        : opposite > same && (same == 0 || opposite >= PAIRS_MIN);
        if (opposite * 10 < same && !draft.answers.containsKey("amount.sign")) {
            return false;
        }
        if (unpaired && !chosen) {
            return false;
        }
        String id = "amount.sign";
        Question question =
                new Question(
                        id,
                        Optional.empty(),
                        right.column().name(),
                        "Is a plus on the left a minus on the right?",
                        List.of(
                                option("same", "same signs", same, same + opposite),
                                option("opposite", "opposite signs", opposite, same + opposite)),
                        chosen ? "opposite" : "same");
        return draft.ask(question).equals("opposite");
    }

    private static boolean isPlus(Found amounts) {
        LongSummaryStatistics all = summary(amounts);
        return all.getCount() > 0 && all.getMin() > 0;
    }

    private static boolean isMinus(Found amounts) {
        LongSummaryStatistics all = summary(amounts);
        return all.getCount() > 0 && all.getMax() < 0;
    }

    private static LongSummaryStatistics summary(Found amounts) {
        return Arrays.stream(amounts.units()).filter(AmountColumns::isFilled).summaryStatistics();
    }

    private static Question.Option option(String value, String label, int of, int all) {
        return new Question.Option(
                value, label, String.format(Locale.ROOT, "%d of %d paired entries", of, all));
    }
}
