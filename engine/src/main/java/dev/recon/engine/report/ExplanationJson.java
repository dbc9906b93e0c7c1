package dev.recon.engine.report;

import dev.recon.engine.explain.Candidate;
import dev.recon.engine.explain.Condition;
import dev.recon.engine.explain.EntryExplanation;
import dev.recon.engine.explain.EntryFields;
import dev.recon.engine.explain.Evidence;
import dev.recon.engine.explain.MatchExplanation;
import dev.recon.engine.explain.OwnCandidate;
import dev.recon.engine.explain.PassVerdict;
import dev.recon.engine.explain.RuleChange;
import dev.recon.engine.explain.Taken;
import java.util.List;

/// An explanation for a program.
public final class ExplanationJson {
    private ExplanationJson() {}

    /// Why an entry is open.
    public static String of(EntryExplanation explanation) {
        return Json.object(json -> {
            json.object("entry", at -> entry(at, explanation.entry()));
            json.text("status", "open");
            json.number("searched", explanation.searched());
            json.list(
                    "candidates",
                    explanation.candidates(),
                    candidate -> json.item(at -> candidate(at, candidate)));
            json.list("sums", explanation.sums(), one -> json.item(at -> SumText.of(at, one)));
            json.list("own", explanation.own(), one -> json.item(at -> own(at, one)));
            explanation.change().ifPresent(one -> json.object("change", at -> change(at, one)));
        });
    }

    /// Why entries are matched.
    public static String of(MatchExplanation explanation) {
        return Json.object(json -> {
            json.number("match", explanation.held().match());
            json.text("status", explanation.held().status().word());
            json.text("pass", explanation.held().pass());
            json.decimal("confidence", Double.toString(explanation.held().confidence()));
            json.list("left", explanation.left(), one -> json.item(at -> entry(at, one)));
            json.list("right", explanation.right(), one -> json.item(at -> entry(at, one)));
            json.list(
                    "conditions", explanation.conditions(), one -> json.item(at -> asks(at, one)));
            json.decimal("score", Double.toString(explanation.score()));
            evidence(json, explanation.evidence());
            json.list(
                    "alternatives",
                    explanation.alternatives(),
                    candidate -> json.item(at -> candidate(at, candidate)));
            json.list("sums", explanation.sums(), one -> json.item(at -> SumText.of(at, one)));
        });
    }

    private static void entry(Json json, EntryFields entry) {
        json.text("side", entry.side().word());
        json.number("line", entry.line());
        json.object("fields", at -> entry.values().forEach(at::text));
    }

    private static void candidate(Json json, Candidate candidate) {
        json.number("rank", candidate.rank());
        json.object("entry", at -> entry(at, candidate.entry()));
        json.decimal("score", Double.toString(candidate.score()));
        json.decimal("confidence", Double.toString(candidate.confidence()));
        evidence(json, candidate.evidence());
        json.list("whyNot", candidate.verdicts(), verdict -> json.item(at -> verdict(at, verdict)));
        candidate.taken().ifPresent(taken -> json.object("taken", at -> taken(at, taken)));
    }

    private static void own(Json json, OwnCandidate candidate) {
        json.text("kind", candidate.kind().word());
        json.object("entry", at -> entry(at, candidate.entry()));
        candidate.pass().ifPresent(pass -> json.text("pass", pass));
        json.list("conditions", candidate.conditions(), one -> json.item(at -> asks(at, one)));
        json.text("text", candidate.whyNot());
        candidate.match().ifPresent(match -> json.number("match", match));
    }

    private static void evidence(Json json, List<Evidence> evidence) {
        json.list(
                "evidence",
                evidence,
                one ->
                        json.item(at ->
                                at.text("field", one.field())
                                        .decimal("weight", Double.toString(one.weight()))
                                        .text("text", one.text())));
    }

    private static void verdict(Json json, PassVerdict verdict) {
        json.text("pass", verdict.pass());
        json.number("failing", verdict.failing());
        verdict.firstFailing().ifPresent(condition -> json.text("field", condition.field()));
        json.text("text", verdict.whyNot());
    }

    private static void asks(Json json, Condition condition) {
        json.text("field", condition.field());
        json.flag("holds", condition.holds());
        json.text("text", condition.text());
    }

    private static void taken(Json json, Taken taken) {
        json.number("match", taken.match());
        json.text("pass", taken.pass());
        json.decimal("lead", Double.toString(taken.lead()));
        json.text("text", taken.text());
    }

    private static void change(Json json, RuleChange change) {
        json.number("candidate", change.candidate());
        json.text("text", change.text());
        change.others().ifPresent(others -> json.number("others", others));
        json.text("reach", change.reach());
    }
}
