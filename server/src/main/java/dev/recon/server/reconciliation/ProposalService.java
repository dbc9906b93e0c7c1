package dev.recon.server.reconciliation;

import static dev.recon.engine.table.Side.LEFT;
import static dev.recon.engine.table.Side.RIGHT;

import dev.recon.engine.propose.Proposal;
import dev.recon.engine.propose.ProposedField;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.propose.RuleFields;
import dev.recon.engine.propose.UnreadColumns;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.rules.RuleFault;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Bytes;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.EngineThreads;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.reconciliation.ProposalView.ColumnView;
import dev.recon.server.reconciliation.ProposalView.DialectView;
import dev.recon.server.reconciliation.ProposalView.FaultView;
import dev.recon.server.reconciliation.ProposalView.FieldView;
import dev.recon.server.reconciliation.ProposalView.Inspected;
import dev.recon.server.reconciliation.ProposalView.PassView;
import dev.recon.server.reconciliation.ProposalView.QuestionView;
import dev.recon.server.reconciliation.ProposalView.Unread;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/// Says what it would do with two files.
@Service
record ProposalService(
        Authorizer authorizer, YieldService yields, Home home, EngineThreads threads) {
    private static final int FIRST_LINES = 5;
    private static final int FIRST_BYTES = 1 << 14;

    /// A file that is there in whole or in part.
    ///
    /// @param dialect how it is written, where the door knows it
    /// @param choices what is taken of it
    /// @param total the size of the whole file
    record Looked(Bytes bytes, Optional<Dialect> dialect, Choices choices, long total) {
        /// The first bytes of a delimited text.
        static Looked part(Bytes bytes, long total) {
            return new Looked(bytes, Optional.empty(), Choices.NONE, total);
        }

        boolean isPart() {
            return bytes.size() < total;
        }

        /// What it is written in: what the door knows, or what is said otherwise.
        Charset encoding(Supplier<Charset> said) {
            return dialect.map(Dialect::encoding).orElseGet(said);
        }

        Inspection inspect(Bytes text, Charset encoding) {
            return dialect.map(known -> Inspection.ofAny(text, known))
                    .orElseGet(() -> Inspection.ofAny(text, encoding));
        }
    }

    /// @param answers question id to option value
    /// @param rules an edited rule set instead of a proposed one
    record Wish(Map<String, String> answers, Optional<String> rules) {
        static final Wish NOTHING = new Wish(Map.of(), Optional.empty());
    }

    ProposalView propose(Actor actor, Looked left, Looked right, Wish wish) {
        authorizer.authorize(actor, Permission.READ_WORK);
        Charset leftEncoding = left.encoding(() -> Encodings.detect(left.bytes));
        Charset rightEncoding = right.encoding(() -> Encodings.detect(right.bytes));
        try (Bytes leftText = Encodings.toUtf8(left.bytes, leftEncoding, home.spool());
                Bytes rightText = Encodings.toUtf8(right.bytes, rightEncoding, home.spool())) {
            Sides sides =
                    new Sides(
                            new Side(left, leftText, left.inspect(leftText, leftEncoding)),
                            new Side(right, rightText, right.inspect(rightText, rightEncoding)));
            return wish.rules.isPresent()
                    ? edited(sides, wish.rules.get(), wish.answers)
                    : proposed(sides, wish.answers);
        } catch (InputProblem wrong) {
            throw Problem.unreadable(wrong);
        }
    }

    private record Side(Looked looked, Bytes text, Inspection inspection) {
        /// The file in UTF-8, from the encoding that the rules say.
        Bytes as(RuleSet rules, dev.recon.engine.table.Side side, Home home) {
            Charset encoding = looked.encoding(() -> rules.layout(side).dialect().encoding());
            return Encodings.toUtf8(looked.bytes, encoding, home.spool());
        }
    }

    private record Sides(Side left, Side right) {
        boolean isSampled() {
            return left.looked.isPart()
                    || right.looked.isPart()
                    || !left.inspection.isComplete()
                    || !right.inspection.isComplete();
        }
    }

    private Proposal understood(Sides sides, Map<String, String> answers) {
        Inspection left = sides.left.inspection;
        Inspection right = sides.right.inspection;
        try {
            return threads.call(() -> Proposer.propose(left, right, answers));
        } catch (InputProblem wrong) {
            throw Problem.of(ProblemKind.NOTHING_IN_COMMON, wrong.problem().sentence());
        }
    }

    private ProposalView proposed(Sides sides, Map<String, String> answers) {
        Proposal proposal = understood(sides, answers);
        RuleSet rules =
                proposal.rules().with(sides.left.looked.choices, sides.right.looked.choices);
        String text = RuleSetYaml.write(rules);
        return view(new Found(sides, proposal, proposal.fields(), rules, text), rules);
    }

    /// The questions stay those of the proposal; fields, passes and text are as edited.
    private ProposalView edited(Sides sides, String rules, Map<String, String> answers) {
        Proposal proposal = understood(sides, answers);
        return switch (RuleSetYaml.parse(rules)) {
            case RuleSetYaml.Result.Valid(RuleSet valid) ->
                    view(
                            new Found(
                                    sides,
                                    proposal,
                                    RuleFields.of(valid, proposal.fields()),
                                    valid,
                                    rules),
                            valid);
            case RuleSetYaml.Result.Faulty(List<RuleFault> faults) ->
                    new Found(sides, proposal, proposal.fields(), proposal.rules(), rules)
                            .view(List.of(), faults.stream().map(FaultView::of).toList());
        };
    }

    /// @param understood the rules as far as they are understood
    /// @param rules their text
    private record Found(
            Sides sides,
            Proposal proposal,
            List<ProposedField> fields,
            RuleSet understood,
            String rules) {
        ProposalView view(List<PassView> passes, List<FaultView> faults) {
            return new ProposalView(
                    inspected(sides.left),
                    inspected(sides.right),
                    fields.stream().map(FieldView::of).toList(),
                    new Unread(
                            UnreadColumns.of(understood, LEFT, sides.left.inspection),
                            UnreadColumns.of(understood, RIGHT, sides.right.inspection)),
                    passes,
                    proposal.questions().stream().map(QuestionView::of).toList(),
                    rules,
                    faults,
                    sides.isSampled());
        }
    }

    /// With what each pass would find, where that is known at once. Files that a run could not read
    /// with these rules are a fault of the rules.
    private ProposalView view(Found found, RuleSet rules) {
        List<PassView> passes = rules.passes().stream().map(PassWords::of).toList();
        try {
            return found.view(withYields(passes, yields(found.sides, rules)), List.of());
        } catch (InputProblem wrong) {
            return found.view(passes, List.of(FaultView.of(wrong.problem())));
        }
    }

    private Optional<Yields> yields(Sides sides, RuleSet rules) {
        if (sides.left.looked.isPart() || sides.right.looked.isPart()) {
            return Optional.empty();
        }
        try (Bytes left = sides.left.as(rules, LEFT, home);
                Bytes right = sides.right.as(rules, RIGHT, home)) {
            return yields.measureSmall(new YieldService.Pair(left, right), rules);
        }
    }

    private static List<PassView> withYields(List<PassView> passes, Optional<Yields> yields) {
        if (yields.isEmpty()) {
            return passes;
        }
        List<Yields.PassYield> found = yields.get().passes();
        return IntStream.range(0, passes.size())
                .mapToObj(at -> passes.get(at).withYield(found.get(at).percent()))
                .toList();
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
                inspection.absent().words(),
                inspection.totals().of(),
                inspection.columns().stream().map(ColumnView::of).toList(),
                Math.round((double) inspection.records() * whole / part),
                head.lines().limit(FIRST_LINES).toList());
    }
}
