package dev.recon.engine.report;

import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.compare.ChangeKind;
import dev.recon.engine.compare.Changes;
import dev.recon.engine.compare.Place;
import dev.recon.engine.compare.Run;
import dev.recon.engine.money.Money;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;

/// Writes `changes.csv`: one line for each line of either file that changed, left ones first.
///
/// What a run does not say is empty. Of the partners in a match the first [Place#PARTNERS_MAX] are
/// listed, with a blank between them, and how many more there are: `right:3 right:8 +12`.
public final class ChangesCsv {
    private static final byte[] HEAD =
            CsvBuffer.ascii(
                    "change,side,line,currency,amount_before,amount_after,status_before,"
                            + "status_after,pass_before,pass_after,match_before,match_after,"
                            + "partners_before,partners_after,break_before,break_after\n");

    private final Changes changes;

    private ChangesCsv(Changes changes) {
        this.changes = changes;
    }

    /// Writes all changes; the bytes are the same with any number of threads.
    public static void write(Changes changes, OutputStream out, int threads) throws IOException {
        out.write(HEAD);
        ChangesCsv lines = new ChangesCsv(changes);
        for (Side side : Side.values()) {
            CsvStretches.write(
                    out,
                    changes.lines(side),
                    threads,
                    (buffer, from, end) -> {
                        for (int line = from + 1; line <= end; line++) {
                            lines.write(buffer, side, line);
                        }
                    });
        }
    }

    private void write(CsvBuffer buffer, Side side, int line) {
        ChangeKind kind = changes.kind(side, line);
        if (kind == ChangeKind.UNCHANGED) {
            return;
        }
        Place before = changes.before().place(side, line);
        Place after = changes.after().place(side, line);
        buffer.text(kind.word()).comma().text(side.word()).comma().number(line);
        buffer.comma()
                .text(after.amount().or(before::amount).map(m -> m.currency().code()).orElse(""));
        amount(buffer, before);
        amount(buffer, after);
        buffer.comma().text(before.word()).comma().text(after.word());
        buffer.comma().text(pass(changes.before(), before));
        buffer.comma().text(pass(changes.after(), after));
        match(buffer, before);
        match(buffer, after);
        buffer.comma().text(partners(before)).comma().text(partners(after));
        buffer.comma().text(breakKind(before)).comma().text(breakKind(after)).endLine();
    }

    private static void amount(CsvBuffer buffer, Place place) {
        buffer.comma();
        place.amount().ifPresent(of -> amount(buffer, of));
    }

    private static void amount(CsvBuffer buffer, Money money) {
        buffer.amount(money.units(), money.decimals(), money.currency());
    }

    private static void match(CsvBuffer buffer, Place place) {
        buffer.comma();
        if (place.match() > 0) {
            buffer.number(place.match());
        }
    }

    private static String pass(Run run, Place place) {
        return place.match() == 0 ? "" : run.passName(place);
    }

    private static String partners(Place place) {
        String listed =
                place.partners().stream()
                        .map(Place.Partner::toString)
                        .collect(Collectors.joining(" "));
        return place.morePartners() == 0 ? listed : listed + " +" + place.morePartners();
    }

    private static String breakKind(Place place) {
        return place.breakKind().map(BreakKind::word).orElse("");
    }
}
