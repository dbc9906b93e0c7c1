package dev.recon.engine.report;

import dev.recon.engine.money.Money;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of a report's page: what came out, and what it was made from.
final class HtmlTables {
    private static final int REJECTED_SHOWN_MAX = 50;

    private final Report report;
    private final Totals totals;

    HtmlTables(Report report) {
        this.report = report;
        this.totals = report.totals();
    }

    /// The proof, the breaks by kind and the passes.
    String results() {
        return proof() + kinds() + passes();
    }

    /// The rejected lines and the files.
    String inputs() {
        return rejected() + origin();
    }

    private String proof() {
        boolean converts = report.converts();
        String rows =
                report.proofs().stream()
                        .map(proof -> proofRow(proof, converts))
                        .collect(Collectors.joining());
        return """
        <section><h2>Proof</h2>
        <p>Left − right = differences inside matches%s + open left − open right + excluded, to \
        the last unit, in every currency.</p>
        <div class="scroll"><table>
        <thead><tr><th>Currency</th><th class="n">Left</th><th class="n">Right</th>\
        <th class="n">Left − right</th><th class="n">In matches</th>%s\
        <th class="n">Open left</th><th class="n">Open right</th><th class="n">Excluded</th>\
        <th>Holds</th></tr></thead>
        <tbody>
        %s</tbody></table></div>
        </section>
        """
                .formatted(
                        converts ? " + converted" : "",
                        converts ? "<th class=\"n\">Converted</th>" : "",
                        rows);
    }

    private static String proofRow(Proof proof, boolean converts) {
        Stream<Money> first =
                Stream.of(proof.left(), proof.right(), proof.difference(), proof.inMatches());
        Stream<Money> converted = converts ? Stream.of(proof.converted()) : Stream.empty();
        Stream<Money> last = Stream.of(proof.openLeft(), proof.openRight(), proof.excluded());
        String cells =
                Stream.concat(first, Stream.concat(converted, last))
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
        %s</section>
        """
                .formatted(rows, stopped());
    }

    private String stopped() {
        return totals.passes().stream()
                .filter(pass -> pass.stops().count() > 0)
                .map(pass ->
                        "<p class=\"note\">"
                                + Html.text(pass.name() + ": " + report.stopped(pass))
                                + ".</p>\n")
                .collect(Collectors.joining());
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
        %s%s%s%s</tbody></table></div>
        <p class="note">Recon %s. The same files and the same rule set give the same bytes.</p>
        </section>
        """
                .formatted(
                        file("left", report.provenance().left()),
                        file("right", report.provenance().right()),
                        file("rule set", report.provenance().rules()),
                        report.provenance().others().stream()
                                .map(other -> file("also", other))
                                .collect(Collectors.joining()),
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
}
