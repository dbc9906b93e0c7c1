package dev.recon.engine.propose;

import dev.recon.engine.read.Problem;
import java.util.List;

/// Two files with nothing to match by, told so that a person can go on.
record NothingInCommon(Draft draft) {
    Problem problem() {
        String files = draft.left.inspection().name() + " and " + draft.right.inspection().name();
        List<String> common = new CommonColumns(draft).find();
        return common.isEmpty()
                ? new Problem(
                        files,
                        "no column whose values stand on both sides (left: "
                                + String.join(", ", draft.left.inspection().header().columns())
                                + "; right: "
                                + String.join(", ", draft.right.inspection().header().columns())
                                + ")",
                        "a reference, an amount or a text that both files have",
                        "Check that the files belong together, or write a rule set that says which"
                                + " columns correspond.")
                : new Problem(
                        files,
                        "columns with the same values that tell no entries apart ("
                                + String.join(", ", common)
                                + ")",
                        "columns by which single entries belong together, or whose sums agree",
                        "Write a rule set that says what belongs together, such as a pass of the"
                                + " kind group by these columns.");
    }
}
