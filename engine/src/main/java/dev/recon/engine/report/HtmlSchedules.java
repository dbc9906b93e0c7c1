package dev.recon.engine.report;

import dev.recon.engine.fee.FittedSchedule;
import java.util.List;
import java.util.stream.Collectors;

/// The fees that explain differences inside matches, as a table of the page.
final class HtmlSchedules {
    private static final int SHOWN_MAX = 100;

    private HtmlSchedules() {}

    /// Nothing where no difference follows a schedule.
    static String section(List<FittedSchedule> schedules) {
        if (schedules.isEmpty()) {
            return "";
        }
        String rows =
                schedules.stream()
                        .limit(SHOWN_MAX)
                        .map(HtmlSchedules::row)
                        .collect(Collectors.joining());
        return """
        <section><h2>Fees inside matches</h2>
        <p>What was kept of the gross amounts, found in the differences and checked to the last \
        unit. A fee explains a difference; the break stays.</p>
        <div class="scroll"><table>
        <thead><tr><th>Schedule</th><th>Where</th><th>Currency</th><th>Gross side</th>\
        <th class="n">Fits</th><th class="n">Of</th><th class="n">Comes to</th></tr></thead>
        <tbody>
        %s</tbody></table></div>
        </section>
        """
                .formatted(rows);
    }

    private static String row(FittedSchedule one) {
        String where = one.field().isEmpty() ? "everywhere" : one.field() + " " + one.value();
        return "<tr><th scope=\"row\">"
                + Html.text(one.words())
                + "</th><td>"
                + Html.text(where.strip())
                + "</td><td>"
                + one.currency()
                + "</td><td>"
                + one.gross().word()
                + "</td><td class=\"n\">"
                + Html.count(one.fits())
                + "</td><td class=\"n\">"
                + Html.count(one.of())
                + "</td><td class=\"n\">"
                + Html.amount(one.total())
                + "</td></tr>\n";
    }
}
