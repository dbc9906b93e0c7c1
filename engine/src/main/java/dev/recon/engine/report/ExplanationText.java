package dev.recon.engine.report;

import dev.recon.engine.explain.Candidate;
import dev.recon.engine.explain.Condition;
import dev.recon.engine.explain.EntryExplanation;
import dev.recon.engine.explain.EntryFields;
import dev.recon.engine.explain.Evidence;
import dev.recon.engine.explain.Holder;
import dev.recon.engine.explain.MatchExplanation;
import dev.recon.engine.explain.OwnCandidate;
import dev.recon.engine.explain.PassVerdict;
import dev.recon.engine.explain.RuleChange;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An explanation for a person: lines of plain text.
public final class ExplanationText {
    private static final int ENTRIES_SHOWN = 10;

    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    /// Why an entry is open.
    public static String of(EntryExplanation explanation) {
        ExplanationText made = new ExplanationText();
        made.line(name(explanation.entry()) + " is open");
        made.fields(explanation.entry(), "  ");
        Side other = explanation.entry().side().other();
        List<Candidate> candidates = explanation.candidates();
        if (candidates.isEmpty()) {
            made.line("the " + other.word() + " has no entries");
            made.own(explanation);
            return made.text.toString();
        }
        made.line(
                "nearest of "
                        + count(explanation.searched(), "entry", "entries")
                        + " on the "
                        + other.word());
        candidates.forEach(made::candidate);
        explanation.sums().forEach(found -> SumText.of(found, "sums", made::line));
        made.own(explanation);
        made.line("smallest change of the rules");
        made.line("  " + explanation.change().map(ExplanationText::said).orElse(NO_CHANGE));
        return made.text.toString();
    }

    private static final String NO_CHANGE =
            "None: no free candidate comes near enough for a change of one pass.";

    /// Why entries are matched.
    public static String of(MatchExplanation explanation) {
        ExplanationText made = new ExplanationText();
        Holder.Held held = explanation.held();
        boolean byHand = held.pass().equals(Holder.BY_HAND);
        made.line(
                "match:"
                        + held.match()
                        + " is "
                        + held.status().word()
                        + (byHand ? " by hand" : " by pass " + held.pass())
                        + ", confidence "
                        + confidence(held.confidence()));
        made.entries(explanation.left());
        made.entries(explanation.right());
        if (!explanation.conditions().isEmpty()) {
            made.line("what pass " + held.pass() + " asks");
            explanation.conditions().forEach(made::condition);
        }
        made.line("evidence " + signed(explanation.score()));
        made.evidence(explanation.evidence(), "  ");
        if (!explanation.alternatives().isEmpty()) {
            made.line("nearest others");
            explanation.alternatives().forEach(made::candidate);
        }
        explanation.sums().forEach(found -> SumText.of(found, "other sums", made::line));
        return made.text.toString();
    }

    private void entries(List<EntryFields> entries) {
        entries.stream()
                .limit(ENTRIES_SHOWN)
                .forEach(entry -> {
                    line("  " + name(entry));
                    fields(entry, "    ");
                });
        int more = entries.size() - ENTRIES_SHOWN;
        if (more > 0) {
            line("  and " + count(more, "more", "more"));
        }
    }

    private void fields(EntryFields entry, String indent) {
        line(
                indent
                        + entry.values().entrySet().stream()
                                .map(field -> field.getKey() + " " + field.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private void condition(Condition condition) {
        String sign = condition.holds() ? "  + " : "  - ";
        line(sign + condition.field() + ": " + condition.text());
    }

    private void candidate(Candidate candidate) {
        line(
                "  "
                        + candidate.rank()
                        + "  "
                        + name(candidate.entry())
                        + "  "
                        + signed(candidate.score())
                        + "  "
                        + candidate.taken().map(_ -> "taken").orElse("free")
                        + ", confidence "
                        + confidence(candidate.confidence()));
        fields(candidate.entry(), "     ");
        evidence(candidate.evidence(), "     ");
        for (PassVerdict verdict : candidate.verdicts()) {
            line("     pass " + verdict.pass() + ": " + verdict.whyNot());
        }
        candidate.taken().ifPresent(taken -> line("     " + taken.text()));
    }

    private void own(EntryExplanation explanation) {
        if (explanation.own().isEmpty()) {
            return;
        }
        line("on the " + explanation.entry().side().word() + " itself");
        for (OwnCandidate candidate : explanation.own()) {
            boolean isContra = candidate.kind() == OwnCandidate.Kind.CONTRA;
            String said = isContra ? "could cancel it" : "could be its twin";
            line("  " + name(candidate.entry()) + "  " + said);
            fields(candidate.entry(), "     ");
            line("     " + candidate.whyNot());
        }
    }

    private void evidence(List<Evidence> evidence, String indent) {
        int width = evidence.stream().mapToInt(one -> one.field().length()).max().orElse(0);
        for (Evidence one : evidence) {
            String blanks = " ".repeat(width - one.field().length());
            String weight = "%5s".formatted(signed(one.weight()));
            line(indent + one.field() + blanks + " " + weight + "  " + one.text());
        }
    }

    private static String said(RuleChange change) {
        String first = change.text().substring(0, 1).toUpperCase(Locale.ROOT);
        return first
                + change.text().substring(1)
                + ": then candidate "
                + change.candidate()
                + " matches. "
                + change.reach();
    }

    private static String name(EntryFields entry) {
        return entry.side().word() + ":" + entry.line();
    }

    private static String confidence(double probability) {
        return String.format(Locale.ROOT, "%.4f", probability);
    }

    private static String signed(double weight) {
        return (weight > 0 ? "+" : "") + weight;
    }

    private static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
