package dev.recon.server.reconciliation;

import dev.recon.engine.propose.Proposal;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.rules.RuleFault;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Bytes;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemError;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.reconciliation.ProposalView.ColumnView;
import dev.recon.server.reconciliation.ProposalView.DialectView;
import dev.recon.server.reconciliation.ProposalView.FaultView;
import dev.recon.server.reconciliation.ProposalView.FieldView;
import dev.recon.server.reconciliation.ProposalView.Inspected;
import dev.recon.server.reconciliation.ProposalView.QuestionView;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Says what it would do with two files.
@Service
record ProposalService(Home home) {
    private static final int FIRST_LINES = 5;
    private static final int FIRST_BYTES = 1 << 14;

    /// A file that is there in whole or in part.
    ///
    /// @param total the size of the whole file
    record Looked(Bytes bytes, long total) {
        boolean isPart() {
            return bytes.size() < total;
        }
    }

    /// @param answers question id to option value
    /// @param rules an edited rule set instead of a proposed one
    record Wish(Map<String, String> answers, Optional<String> rules) {
        static final Wish NOTHING = new Wish(Map.of(), Optional.empty());
    }

    ProposalView propose(Looked left, Looked right, Wish wish) {
        Charset leftEncoding = Encodings.detect(left.bytes);
        Charset rightEncoding = Encodings.detect(right.bytes);
        try (Bytes leftText = Encodings.toUtf8(left.bytes, leftEncoding, home.spool());
                Bytes rightText = Encodings.toUtf8(right.bytes, rightEncoding, home.spool())) {
            Sides sides =
                    new Sides(
                            new Side(left, leftText, Inspection.of(leftText, leftEncoding)),
                            new Side(right, rightText, Inspection.of(rightText, rightEncoding)));
            return wish.rules.isPresent()
                    ? edited(sides, wish.rules.get(), wish.answers)
                    : proposed(sides, wish.answers);
        } catch (InputProblem wrong) {
            throw unreadable(wrong);
        }
    }

    private record Side(Looked looked, Bytes text, Inspection inspection) {}

    private record Sides(Side left, Side right) {
        boolean isSampled() {
            return left.looked.isPart()
                    || right.looked.isPart()
                    || !left.inspection.isComplete()
                    || !right.inspection.isComplete();
        }
    }

    private static ProposalView proposed(Sides sides, Map<String, String> answers) {
        Proposal proposal =
                Proposer.propose(sides.left.inspection, sides.right.inspection, answers);
        return view(sides, proposal, proposal.rules(), RuleSetYaml.write(proposal.rules()));
    }

    /// The field map and the questions stay those of the proposal; passes and text are edited.
    private static ProposalView edited(Sides sides, String rules, Map<String, String> answers) {
        Proposal proposal =
                Proposer.propose(sides.left.inspection, sides.right.inspection, answers);
        return switch (RuleSetYaml.parse(rules)) {
            case RuleSetYaml.Result.Valid(RuleSet valid) -> view(sides, proposal, valid, rules);
            case RuleSetYaml.Result.Faulty(List<RuleFault> faults) ->
                    new ProposalView(
                            inspected(sides.left),
                            inspected(sides.right),
                            proposal.fields().stream().map(FieldView::of).toList(),
                            List.of(),
                            proposal.questions().stream().map(QuestionView::of).toList(),
                            rules,
                            faults.stream().map(FaultView::of).toList(),
                            sides.isSampled());
        };
    }

    private static ProposalView view(Sides sides, Proposal proposal, RuleSet rules, String text) {
        return new ProposalView(
                inspected(sides.left),
                inspected(sides.right),
                proposal.fields().stream().map(FieldView::of).toList(),
                rules.passes().stream().map(PassWords::of).toList(),
                proposal.questions().stream().map(QuestionView::of).toList(),
                text,
                List.of(),
                sides.isSampled());
    }

    private static Inspected inspected(Side side) {
        Inspection inspection = side.inspection;
        long whole = side.looked.total;
        long part = Math.max(side.looked.bytes.size(), 1);
        String head = new String(side.text.read(0, FIRST_BYTES), StandardCharsets.UTF_8);
        return new Inspected(
                inspection.name(),
                whole,
                DialectView.of(inspection.dialect()),
                inspection.columns().stream().map(ColumnView::of).toList(),
                Math.round((double) inspection.records() * whole / part),
                head.lines().limit(FIRST_LINES).toList());
    }

    private static Problem unreadable(InputProblem wrong) {
        var problem = wrong.problem();
        return Problem.of(
                ProblemKind.FILE_UNREADABLE,
                problem.sentence(),
                List.of(
                        ProblemError.at(
                                problem.where(),
                                "found " + problem.found() + "; expected " + problem.expected())));
    }
}
