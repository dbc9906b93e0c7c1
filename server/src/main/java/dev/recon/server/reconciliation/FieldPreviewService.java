package dev.recon.server.reconciliation;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FieldPreviews;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Layout;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.reconciliation.ProposalService.Looked;
import dev.recon.server.reconciliation.ProposalView.FaultView;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Service;

/// Shows what a rule set makes of one field, on the first lines of a file: what a run would read of
/// them. It costs the same for a file of any size, and ends in time whatever the rules say.
@Service
record FieldPreviewService(Authorizer authorizer, ProposedFiles files, Home home) {
    private static final int HEAD_BYTES = 1 << 20;
    private static final int LINES_MAX = 1_000;
    private static final int SHOWN_MAX = 8;

    FieldPreviewView preview(Actor actor, NewFieldPreview wanted) {
        authorizer.authorize(actor, Permission.READ_WORK);
        Side side = side(wanted.side());
        return switch (RuleSetYaml.parse(wanted.rules())) {
            case RuleSetYaml.Result.Faulty(var faults) ->
                    FieldPreviewView.of(faults.stream().map(FaultView::of).toList());
            case RuleSetYaml.Result.Valid(RuleSet rules) -> look(actor, rules, side, wanted);
        };
    }

    private FieldPreviewView look(Actor actor, RuleSet rules, Side side, NewFieldPreview wanted) {
        Layout layout = rules.layout(side);
        if (!layout.fields().containsKey(wanted.field())) {
            throw Problem.badRequest(
                    "The rule set has no field "
                            + wanted.field()
                            + " on the "
                            + side.word()
                            + " side.");
        }
        var lines =
                new FieldPreviews.Wanted(wanted.field(), rules.decimals(), LINES_MAX, SHOWN_MAX);
        try {
            return read(files.open(actor, wanted.file(), layout.choices()), layout, lines);
        } catch (InputProblem wrong) {
            return FieldPreviewView.of(List.of(FaultView.of(wrong.problem())));
        } catch (CancellationException _) {
            throw Problem.of(
                    ProblemKind.TOO_LONG,
                    "The first lines could not be read in time with this transform. Use a smaller"
                            + " pattern or expression.");
        }
    }

    private FieldPreviewView read(Looked file, Layout layout, FieldPreviews.Wanted lines) {
        Charset encoding = file.encoding(layout.dialect()::encoding);
        try (Bytes stored = file.bytes();
                Bytes text = Encodings.toUtf8(head(stored), encoding, home.spool())) {
            return FieldPreviewView.of(
                    FieldPreviews.of(text, layout, lines, new Deadline(Limits.YIELDS_AT_ONCE)));
        }
    }

    private static Bytes head(Bytes stored) {
        byte[] head = stored.read(0, HEAD_BYTES);
        return new ArrayBytes(
                stored.name(), head.length == stored.size() ? head : Head.wholeLines(head));
    }

    private static Side side(String word) {
        for (Side side : Side.values()) {
            if (side.word().equals(word)) {
                return side;
            }
        }
        throw Problem.badRequest("The side is left or right.");
    }
}
