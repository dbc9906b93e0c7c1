package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Written;
import dev.recon.engine.money.Money;
import dev.recon.engine.read.Entry;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The first breaks of a run, with what their entries say.
final class HtmlBreaks {
    static final int SHOWN_MAX = 200;
    private static final int WORDS_MAX = 3;

    private final Outcome outcome;
    private final EntryReader left;
    private final EntryReader right;
    private final Written written;

    HtmlBreaks(Outcome outcome) {
        this.outcome = outcome;
        this.left = outcome.entries(Side.LEFT);
        this.right = outcome.entries(Side.RIGHT);
        this.written = outcome.written();
    }

    String table() {
        StringBuilder rows = new StringBuilder();
        for (int number = 1; number <= Math.min(outcome.breaks().count(), SHOWN_MAX); number++) {
            rows.append(row(number));
        }
        return """
        <div class="scroll"><table class="breaks">
        <thead><tr><th class="n">No.</th><th>Kind</th><th>Left</th><th>Right</th>\
        <th class="n">Difference</th><th>Why</th></tr></thead>
        <tbody>
        %s</tbody></table></div>
        """
                .formatted(rows);
    }

    private String row(int number) {
        Breaks breaks = outcome.breaks();
        Money difference =
                new Money(
                        breaks.currency(number),
                        breaks.differenceUnits(number),
                        outcome.rules().decimals());
        String kind = breaks.kind(number).word();
        return "<tr><td class=\"n\">"
                + Html.count(number)
                + "</td><td><span class=\"kind "
                + kind
                + "\">"
                + kind.replace('-', ' ')
                + "</span></td><td>"
                + entry(Side.LEFT, breaks.leftRow(number))
                + "</td><td>"
                + entry(Side.RIGHT, breaks.rightRow(number))
                + "</td><td class=\"n\">"
                + Html.money(difference)
                + "</td><td class=\"why\">"
                + Html.text(breaks.reason(number, written))
                + "</td></tr>\n";
    }

    private String entry(Side side, int row) {
        if (row < 0) {
            return "<span class=\"none\">none</span>";
        }
        Table table = outcome.read(side).table();
        Entry entry = (side == Side.LEFT ? left : right).read(table.lines(), row);
        List<String> words = words(side, entry);
        String first = words.isEmpty() ? "" : "<b>" + words.getFirst() + "</b> ";
        List<String> small = new ArrayList<>();
        int days = table.dates().days()[row];
        if (days != DateColumn.ABSENT) {
            small.add(LocalDate.ofEpochDay(days).toString());
        }
        small.addAll(words.subList(Math.min(1, words.size()), words.size()));
        small.add("line " + entry.line());
        return first
                + Html.money(table.money(row))
                + "<small>"
                + String.join(" · ", small)
                + "</small>";
    }

    /// What the text fields say, the reference first; empty ones are passed over.
    private List<String> words(Side side, Entry entry) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, FieldSource> field :
                outcome.rules().layout(side).fields().entrySet()) {
            if (field.getValue().understood() instanceof FieldSource.Text) {
                String word = entry.text(field.getValue());
                if (!word.isEmpty()) {
                    int place = field.getKey().equals(Table.REFERENCE) ? 0 : words.size();
                    words.add(place, Html.text(word));
                }
            }
        }
        return words.subList(0, Math.min(WORDS_MAX, words.size()));
    }
}
