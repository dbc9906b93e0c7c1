package dev.recon.engine.report;

import dev.recon.engine.match.Status;
import dev.recon.engine.money.Money;
import dev.recon.engine.read.RejectedLine;
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
    private static final int REJECTED_SHOWN_MAX = 50;

    private final Report report;
    private final Totals totals;

    private ReportHtml(Report report) {
        this.report = report;
        this.totals = report.totals();
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
                        head()
                                + bars()
                                + proof()
                                + kinds()
                                + passes()
                                + breaks()
                                + rejected()
                                + origin());
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

    private String proof() {
        String rows =
                report.proofs().stream().map(ReportHtml::proofRow).collect(Collectors.joining());
        return """
        <section><h2>Proof</h2>
        <p>Left − right = differences inside matches + open left − open right + excluded, to the \
        last unit, in every currency.</p>
        <div class="scroll"><table>
        <thead><tr><th>Currency</th><th class="n">Left</th><th class="n">Right</th>\
        <th class="n">Left − right</th><th class="n">In matches</th><th class="n">Open left</th>\
        <th class="n">Open right</th><th class="n">Excluded</th><th>Holds</th></tr></thead>
        <tbody>
        %s</tbody></table></div>
        </section>
        """
                .formatted(rows);
    }

    private static String proofRow(Proof proof) {
        String cells =
                List.of(
                                proof.left(),
                                proof.right(),
                                proof.difference(),
                                proof.inMatches(),
                                proof.openLeft(),
                                proof.openRight(),
                                proof.excluded())
                        .stream()
                        .map(money -> "<td class=\"n\">" + Html.amount(money) + "</td>")
                        .collect(Collectors.joining());
        String holds =
                proof.holds()
                        ? "<span class=\"good\">✓ yes</span>"
                        : "<span class=\"bad\">✗ no</span>";
        return "<tr><th scope=\"row\">"
                + proof.currency()
                + "</th>"
                + cells
                + "<td>"
                + holds
                + "</td></tr>\n";
    }

    private String kinds() {
        long most =
                totals.kinds().stream()
                        .mapToLong(kind -> kind.differences().count())
                        .max()
                        .orElse(0);
        String rows =
                totals.kinds().stream()
                        .map(kind -> kindRow(kind, most))
                        .collect(Collectors.joining());
        return """
        <section><h2>Breaks by kind</h2>
        <div class="scroll"><table>
        <thead><tr><th>Kind</th><th class="n">Breaks</th><th class="wide"></th>\
        <th class="n">Differences, without signs</th></tr></thead>
        <tbody>
        %s</tbody></table></div>
        </section>
        """
                .formatted(rows);
    }

    private static String kindRow(KindTotals kind, long most) {
        String word = kind.kind().word();
        return """
        <tr><th scope="row"><span class="kind %s">%s</span></th><td class="n">%s</td>\
        <td class="wide">%s</td><td class="n">%s</td></tr>
        """
                .formatted(
                        word,
                        word.replace('-', ' '),
                        Html.count(kind.differences().count()),
                        HtmlBars.single("unmatched", kind.differences().count(), most),
                        values(kind.differences().values()));
    }

    private String passes() {
        long entries = totals.left().all().count();
        String rows =
                totals.passes().stream()
                        .map(pass -> passRow(pass, entries))
                        .collect(Collectors.joining());
        return """
        <section><h2>What each pass found</h2>
        <div class="scroll"><table>
        <thead><tr><th>Pass</th><th>Kind</th><th class="n">Matches</th>\
        <th class="n">Suggestions</th><th class="n">Of the left</th><th class="wide"></th></tr>\
        </thead>
        <tbody>
        %s</tbody></table></div>
        </section>
        """
                .formatted(rows);
    }

    private static String passRow(PassTotals pass, long entries) {
        return """
        <tr><th scope="row">%s</th><td>%s</td><td class="n">%s</td><td class="n">%s</td>\
        <td class="n">%s</td><td class="wide">%s</td></tr>
        """
                .formatted(
                        Html.text(pass.name()),
                        pass.kind(),
                        Html.count(pass.matched()),
                        Html.count(pass.suggested()),
                        Html.percent(pass.left().count(), entries),
                        HtmlBars.single("matched", pass.left().count(), entries));
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

    private String rejected() {
        String rows = rejected(Side.LEFT) + rejected(Side.RIGHT);
        if (rows.isEmpty()) {
            return "";
        }
        return """
        <section><h2>Rejected lines</h2>
        <p>Lines that could not become entries. They are in no total.</p>
        <div class="scroll"><table>
        <thead><tr><th>Side</th><th class="n">Line</th><th>Column</th><th>Found</th>\
        <th>Expected</th><th>The line</th></tr></thead>
        <tbody>
        %s</tbody></table></div>
        </section>
        """
                .formatted(rows);
    }

    private String rejected(Side side) {
        return report.outcome().read(side).rejected().stream()
                .limit(REJECTED_SHOWN_MAX)
                .map(line -> rejectedRow(side, line))
                .collect(Collectors.joining());
    }

    private static String rejectedRow(Side side, RejectedLine line) {
        return """
        <tr><td>%s</td><td class="n">%s</td><td>%s</td><td>%s</td><td>%s</td>\
        <td class="raw">%s</td></tr>
        """
                .formatted(
                        side.word(),
                        Html.count(line.physicalLine()),
                        Html.text(line.column()),
                        Html.text(line.found()),
                        Html.text(line.expected()),
                        Html.text(line.text()));
    }

    private String origin() {
        return """
        <section><h2>Made from</h2>
        <div class="scroll"><table>
        <thead><tr><th>What</th><th>Name</th><th class="n">Bytes</th><th>SHA-256</th></tr></thead>
        <tbody>
        %s%s%s</tbody></table></div>
        <p class="note">Recon %s. The same files and the same rule set give the same bytes.</p>
        </section>
        """
                .formatted(
                        file("left", report.provenance().left()),
                        file("right", report.provenance().right()),
                        file("rule set", report.provenance().rules()),
                        Html.escape(EngineVersion.get()));
    }

    private static String file(String what, FileHash file) {
        return """
        <tr><th scope="row">%s</th><td>%s</td><td class="n">%s</td><td class="hash">%s</td></tr>
        """
                .formatted(what, Html.text(file.name()), Html.count(file.bytes()), file.sha256());
    }

    private static String values(List<Money> values) {
        return values.stream().map(Html::money).collect(Collectors.joining("<br>"));
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
