package dev.recon.engine.report;

import dev.recon.engine.match.Status;
import dev.recon.engine.match.Stops;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes `summary.json`: a run in numbers, for programs.
///
/// Everything but the object `timing`, which is the last, is the same bytes in every run on the
/// same inputs.
public final class SummaryJson {
    private static final int NANOS_DIGITS = 9;
    private static final int SECONDS_DECIMALS = 3;

    private final Report report;

    private SummaryJson(Report report) {
        this.report = report;
    }

    public static void write(Report report, List<Stage> stages, OutputStream out)
            throws IOException {
        out.write(text(report, stages).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Report report, List<Stage> stages) {
        SummaryJson summary = new SummaryJson(report);
        return Json.object(json -> {
            json.text("engine", EngineVersion.get());
            json.object("inputs", summary::inputs);
            json.flag("reconciled", report.isReconciled());
            json.object("matches", summary::matches);
            json.object("entries", summary::entries);
            json.list("passes", report.totals().passes(), pass -> summary.pass(json, pass));
            json.object("breaks", summary::breaks);
            SchedulesJson.write(json, report.outcome().breaks().schedules());
            json.flag("proofHolds", report.holds());
            json.list("proof", report.proofs(), proof -> proof(json, proof));
            json.object("timing", timing -> timing(timing, stages));
        });
    }

    private void inputs(Json json) {
        file(json, "left", report.provenance().left());
        file(json, "right", report.provenance().right());
        file(json, "rules", report.provenance().rules());
        if (!report.provenance().others().isEmpty()) {
            json.object(
                    "others",
                    at -> report.provenance().others().forEach(of -> file(at, of.name(), of)));
        }
    }

    static void file(Json json, String key, FileHash file) {
        json.object(
                key,
                at ->
                        at.text("name", file.name())
                                .number("bytes", file.bytes())
                                .text("sha256", file.sha256()));
    }

    private void matches(Json json) {
        json.number("count", report.outcome().matching().count());
        json.number("matched", report.totals().matches(Status.MATCHED));
        json.number("suggested", report.totals().matches(Status.SUGGESTED));
    }

    private void entries(Json json) {
        for (Side side : Side.values()) {
            SideTotals totals = report.totals().side(side);
            List<RejectedLine> rejected = report.outcome().read(side).rejected();
            json.object(
                    side.word(),
                    at -> {
                        at.number("lines", totals.all().count() + totals.rejected());
                        tally(at, "all", totals.all());
                        tally(at, "matched", totals.matched());
                        tally(at, "suggested", totals.suggested());
                        tally(at, "open", totals.open());
                        at.number("rejected", rejected.size());
                    });
        }
    }

    private void pass(Json list, PassTotals pass) {
        list.item(json -> {
            json.text("name", pass.name());
            json.text("kind", pass.kind());
            json.number("matched", pass.matched());
            json.number("suggested", pass.suggested());
            tally(json, "left", pass.left());
            tally(json, "right", pass.right());
            if (pass.stops().count() > 0) {
                json.object("stopped", at -> stopped(at, pass.stops()));
            }
        });
    }

    /// How many entries a pass did not search to the end, and where it stopped first.
    private void stopped(Json json, Stops stops) {
        Lines lines = report.outcome().read(stops.side()).table().lines();
        json.number("entries", stops.count());
        json.text("side", stops.side().word());
        json.number("line", lines.line(stops.row()));
        json.number("candidates", stops.candidates());
        json.number("size", stops.size());
    }

    private void breaks(Json json) {
        json.number("count", report.totals().breaks());
        for (KindTotals kind : report.totals().kinds()) {
            tally(json, kind.kind().word(), kind.differences());
        }
    }

    private static void proof(Json list, Proof proof) {
        list.item(json ->
                json.text("currency", proof.currency().code())
                        .money("left", proof.left())
                        .money("right", proof.right())
                        .money("difference", proof.difference())
                        .money("differencesInMatches", proof.inMatches())
                        .money("converted", proof.converted())
                        .money("openLeft", proof.openLeft())
                        .money("openRight", proof.openRight())
                        .money("excluded", proof.excluded())
                        .flag("holds", proof.holds()));
    }

    private static void tally(Json json, String key, Tally tally) {
        json.object(
                key,
                at -> {
                    at.number("count", tally.count());
                    at.list("values", tally.values(), at::item);
                });
    }

    private static void timing(Json json, List<Stage> stages) {
        json.decimal("seconds", seconds(stages.stream().mapToLong(Stage::nanos).sum()));
        json.list(
                "stages",
                stages,
                stage ->
                        json.item(at ->
                                at.text("name", stage.name())
                                        .decimal("seconds", seconds(stage.nanos()))
                                        .number("rows", stage.rows())
                                        .number("rowsPerSecond", stage.rowsPerSecond())));
    }

    static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANOS_DIGITS)
                .setScale(SECONDS_DECIMALS, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }
}
