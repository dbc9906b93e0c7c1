package dev.recon.engine.report;

import dev.recon.engine.match.Status;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Writes `report.html`: a run on one page, without script, without another file, for the screen in
/// light and dark and for paper.
public final class ReportHtml {
    private final Report report;
    private final Totals totals;
    private final HtmlTables tables;

    private ReportHtml(Report report) {
        this.report = report;
        this.totals = report.totals();
        this.tables = new HtmlTables(report);
    }

    public static void write(Report report, OutputStream out) throws IOException {
        out.write(text(report).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Report report) {
        return new ReportHtml(report).page();
    }

    private String page() {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        %s</main>
        </body>
        </html>
        """
                .formatted(
                        Html.escape(title()),
                        style(),
                        head() + bars() + tables.results() + fees() + breaks() + tables.inputs());
    }

    private String title() {
        return verdict()
                + ": "
                + report.provenance().left().name()
                + " and "
                + report.provenance().right().name();
    }

    private String verdict() {
        if (!report.holds()) {
            return "The proof does not hold";
        }
        return report.isReconciled()
                ? "Everything reconciled"
                : Html.plural(totals.breaks(), "break", "breaks") + " to explain";
    }

    private String head() {
        long entries = totals.left().all().count() + totals.right().all().count();
        long matched = totals.left().matched().count() + totals.right().matched().count();
        return """
        <header>
        <p class="files">%s <span aria-label="against">⇄</span> %s</p>
        <h1 class="%s">%s</h1>
        </header>
        <section class="figures" aria-label="In short">
        %s%s%s%s%s</section>
        """
                .formatted(
                        Html.text(report.provenance().left().name()),
                        Html.text(report.provenance().right().name()),
                        !report.holds() ? "bad" : report.isReconciled() ? "good" : "open",
                        verdict(),
                        figure(Html.percent(matched, entries), "of the entries matched"),
                        figure(Html.count(totals.matches(Status.MATCHED)), "matches"),
                        figure(Html.count(totals.matches(Status.SUGGESTED)), "suggestions"),
                        figure(Html.count(totals.breaks()), "breaks"),
                        figure(
                                Html.count(totals.left().rejected() + totals.right().rejected()),
                                "rejected lines"));
    }

    private static String figure(String number, String words) {
        return "<div><b>%s</b> <span>%s</span></div>%n".formatted(number, words).replace("\r", "");
    }

    private String bars() {
        return """
        <section><h2>Where every line went</h2>
        %s%s<p class="legend"><span class="matched">matched</span> \
        <span class="suggested">suggested</span> <span class="unmatched">open</span> \
        <span class="rejected">rejected</span></p>
        </section>
        """
                .formatted(bar(Side.LEFT), bar(Side.RIGHT));
    }

    private String bar(Side side) {
        SideTotals of = totals.side(side);
        List<HtmlBars.Part> parts =
                List.of(
                        new HtmlBars.Part("matched", "matched", of.matched().count()),
                        new HtmlBars.Part("suggested", "suggested", of.suggested().count()),
                        new HtmlBars.Part("unmatched", "open", of.open().count()),
                        new HtmlBars.Part("rejected", "rejected", of.rejected()));
        String words =
                parts.stream()
                        .filter(part -> part.count() > 0)
                        .map(part -> "<b>" + Html.count(part.count()) + "</b> " + part.word())
                        .collect(Collectors.joining(", "));
        return """
        <div class="side"><p><b>%s</b> %s</p>%s</div>
        """
                .formatted(
                        side == Side.LEFT ? "Left" : "Right",
                        words,
                        HtmlBars.stacked(side.word(), parts));
    }

    private String fees() {
        return HtmlSchedules.section(report.outcome().breaks().schedules());
    }

    private String breaks() {
        long count = totals.breaks();
        if (count == 0) {
            return "<section><h2>Breaks</h2><p>There is nothing to explain.</p></section>\n";
        }
        String head =
                count <= HtmlBreaks.SHOWN_MAX
                        ? Html.plural(count, "break", "breaks")
                        : "The first %d of %s breaks"
                                .formatted(HtmlBreaks.SHOWN_MAX, Html.count(count));
        return "<section><h2>"
                + head
                + "</h2>\n"
                + new HtmlBreaks(report.outcome()).table()
                + "<p class=\"note\">All of them are in <code>breaks.csv</code>.</p>\n</section>\n";
    }

    private static String style() {
        try (InputStream file = ReportHtml.class.getResourceAsStream("report.css")) {
            if (file == null) {
                throw new IllegalStateException("the engine was built without its report.css");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
