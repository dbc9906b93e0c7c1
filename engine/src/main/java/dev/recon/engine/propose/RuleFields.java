package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;

/// The field map of a rule set that a person has edited, told as a proposal tells its own.
public final class RuleFields {
    private static final String WHY = "as the rules say";

    private RuleFields() {}

    /// The fields of `rules`, in their order. A field that still has the columns that were proposed
    /// keeps what was measured about them; of any other nothing was.
    public static List<ProposedField> of(RuleSet rules, List<ProposedField> proposed) {
        SequencedMap<String, FieldSource> left = rules.layout(Side.LEFT).fields();
        SequencedMap<String, FieldSource> right = rules.layout(Side.RIGHT).fields();
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        List<ProposedField> fields = new ArrayList<>();
        for (String name : names) {
            Optional<FieldSource> ours = Optional.ofNullable(left.get(name));
            Optional<FieldSource> theirs = Optional.ofNullable(right.get(name));
            ProposedField found =
                    new ProposedField(
                            name,
                            ours.flatMap(Draft::column),
                            theirs.flatMap(Draft::column),
                            Draft.type(ours.or(() -> theirs).orElseThrow()),
                            OptionalDouble.empty(),
                            WHY);
            List<ProposedField> same =
                    proposed.stream().filter(one -> isPartOf(one, found)).toList();
            fields.add(same.size() == 1 ? kept(found, same.getFirst()) : found);
        }
        return fields;
    }

    private static boolean isPartOf(ProposedField proposed, ProposedField now) {
        return proposed.field().equals(now.field())
                && proposed.left().equals(now.left())
                && proposed.right().equals(now.right());
    }

    private static ProposedField kept(ProposedField now, ProposedField proposed) {
        return new ProposedField(
                now.field(),
                now.left(),
                now.right(),
                now.type(),
                proposed.agreement(),
                proposed.why());
    }
}
