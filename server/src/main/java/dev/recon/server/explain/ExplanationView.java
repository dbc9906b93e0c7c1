package dev.recon.server.explain;

import dev.recon.engine.explain.Distance;
import dev.recon.engine.explain.EntryExplanation;
import dev.recon.engine.explain.EntryFields;
import dev.recon.engine.explain.Holder;
import dev.recon.engine.explain.MatchExplanation;
import dev.recon.engine.explain.OwnCandidate;
import dev.recon.engine.explain.PassVerdict;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Side;
import dev.recon.server.explain.Explained.Candidate;
import dev.recon.server.explain.Explained.Combination;
import dev.recon.server.explain.Explained.Condition;
import dev.recon.server.explain.Explained.Evidence;
import dev.recon.server.explain.Explained.Measured;
import dev.recon.server.explain.Explained.Own;
import dev.recon.server.explain.Explained.Part;
import dev.recon.server.explain.Explained.RuleChange;
import dev.recon.server.explain.Explained.SumSearch;
import dev.recon.server.explain.Explained.Taken;
import dev.recon.server.explain.Explained.WhyNot;
import dev.recon.server.platform.Money;
import dev.recon.server.run.Entry;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunEntries;
import dev.recon.server.run.RunRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns the engine's explanations into what people see.
@Component
public record ExplanationView(RunEntries entries) {
    /// Candidates with the entries that they are.
    public List<Candidate> candidates(
            RunRow run, List<dev.recon.engine.explain.Candidate> candidates) {
        Map<Integer, Entry> byLine =
                byLine(run, candidates.stream().map(one -> one.entry()).toList());
        return candidates.stream()
                .map(one ->
                        candidate(run, one, Objects.requireNonNull(byLine.get(one.entry().line()))))
                .toList();
    }

    /// Entries of the side of an open one, with what stands between the two.
    public List<Own> own(RunRow run, List<OwnCandidate> candidates) {
        Map<Integer, Entry> byLine =
                byLine(run, candidates.stream().map(OwnCandidate::entry).distinct().toList());
        return candidates.stream()
                .map(one ->
                        new Own(
                                one.kind().word(),
                                Objects.requireNonNull(byLine.get(one.entry().line())),
                                one.pass().orElse(null),
                                conditions(one.conditions()),
                                one.whyNot(),
                                one.match().isPresent()
                                        ? new Numbered(run.id(), one.match().getAsInt()).toString()
                                        : null))
                .toList();
    }

    /// Entries of one side as they are shown.
    private Map<Integer, Entry> byLine(RunRow run, List<EntryFields> fields) {
        Map<Integer, Entry> byLine = new HashMap<>();
        if (!fields.isEmpty()) {
            Side side = fields.getFirst().side();
            List<Integer> lines = fields.stream().map(EntryFields::line).toList();
            entries.pick(run, side, lines).entries().forEach(one -> byLine.put(one.line(), one));
        }
        return byLine;
    }

    private static Candidate candidate(
            RunRow run, dev.recon.engine.explain.Candidate candidate, Entry entry) {
        return new Candidate(
                candidate.rank(),
                entry,
                candidate.score(),
                candidate.confidence(),
                evidence(candidate.evidence()),
                candidate.verdicts().stream().map(ExplanationView::whyNot).toList(),
                candidate.nearestPass().map(candidate.verdicts()::indexOf).orElse(null),
                candidate.taken().map(taken -> taken(run, taken)).orElse(null));
    }

    private static List<Evidence> evidence(List<dev.recon.engine.explain.Evidence> evidence) {
        return evidence.stream()
                .map(one ->
                        new Evidence(
                                one.field(), one.left(), one.right(), one.weight(), one.text()))
                .toList();
    }

    private static WhyNot whyNot(PassVerdict verdict) {
        return new WhyNot(
                verdict.pass(),
                (int) verdict.failing(),
                verdict.firstFailing().map(dev.recon.engine.explain.Condition::field).orElse(null),
                verdict.whyNot(),
                verdict.firstFailing().map(one -> measured(one.distance())).orElse(null));
    }

    private static List<Condition> conditions(List<dev.recon.engine.explain.Condition> conditions) {
        return conditions.stream()
                .map(one ->
                        new Condition(
                                one.field(), one.holds(), one.text(), measured(one.distance())))
                .toList();
    }

    private static @Nullable Measured measured(Distance distance) {
        return switch (distance) {
            case Distance.None() -> null;
            case Distance.Amount(var apart, var allowed) ->
                    new Measured.Amount(money(apart), money(allowed));
            case Distance.Days(int days, int allowed, var calendar) ->
                    new Measured.Days(days, allowed, calendar.orElse(null));
            case Distance.Seconds(int seconds, int allowed, var next) ->
                    new Measured.Seconds(
                            seconds, allowed, next.isPresent() ? next.getAsLong() : null);
            case Distance.Characters(int edits, int allowed) ->
                    new Measured.Characters(edits, allowed);
        };
    }

    private static Money money(dev.recon.engine.money.Money money) {
        return Money.of(money.currency().code(), money.units(), money.decimals());
    }

    private static Taken taken(RunRow run, dev.recon.engine.explain.Taken taken) {
        return new Taken(
                new Numbered(run.id(), taken.match()).toString(),
                taken.match(),
                taken.pass(),
                taken.pass().equals(Holder.BY_HAND),
                taken.lines(),
                taken.lead(),
                taken.decisive().map(dev.recon.engine.explain.Evidence::field).orElse(null),
                taken.text());
    }

    /// What several entries come to.
    public static List<SumSearch> sums(List<dev.recon.engine.explain.SumSearch> searches) {
        return searches.stream()
                .map(one ->
                        new SumSearch(
                                one.pass(),
                                one.candidates(),
                                one.isWhole(),
                                one.nearest().stream().map(ExplanationView::sum).toList()))
                .toList();
    }

    private static Combination sum(dev.recon.engine.explain.SumSearch.Combination one) {
        List<Part> parts =
                one.entries().stream()
                        .map(entry ->
                                new Part(
                                        entry.line(),
                                        entry.find("reference").orElse(null),
                                        money(entry.money())))
                        .toList();
        return new Combination(parts, money(one.difference()));
    }

    /// The smallest change of the rules, where there is one.
    ///
    /// @param rules the rule set that is changed
    public static @Nullable RuleChange change(EntryExplanation explanation, RuleSet rules) {
        return explanation
                .change()
                .map(change ->
                        new RuleChange(
                                change.candidate(),
                                change.text(),
                                change.others().isPresent() ? change.others().getAsInt() : null,
                                RuleSetYaml.write(rules.with(change.passes()))))
                .orElse(null);
    }

    /// Why entries are matched.
    public Explained match(RunRow run, MatchExplanation explanation) {
        return new Explained(
                conditions(explanation.conditions()),
                evidence(explanation.evidence()),
                explanation.score(),
                candidates(run, explanation.alternatives()),
                sums(explanation.sums()));
    }
}
