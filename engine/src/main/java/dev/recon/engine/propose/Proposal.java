package dev.recon.engine.propose;

import dev.recon.engine.read.Inspection;
import dev.recon.engine.rules.RuleSet;
import java.util.List;

/// What the engine would do with two files that nobody has described, and why.
///
/// @param rules the rule set; with it as a file, a run gives the same bytes
/// @param left what the left file is
/// @param right what the right file is
/// @param fields the field map, side by side
/// @param questions what the data cannot decide, or what a person may want to turn round
/// @param pairs how many sampled entries could be paired to judge by
public record Proposal(
        RuleSet rules,
        Inspection left,
        Inspection right,
        List<ProposedField> fields,
        List<Question> questions,
        int pairs) {
    public Proposal {
        fields = List.copyOf(fields);
        questions = List.copyOf(questions);
    }
}
