package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Written;
import dev.recon.engine.money.Currency;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;

/// Writes `breaks.csv`: one line for each break, in their order.
///
/// A break of an open entry says its side and line. A break inside a match says the match, and the
/// side and line of its first left entry; `matches.csv` has the others.
public final class BreaksCsv {
    private static final byte[] HEAD =
            CsvBuffer.ascii("break,kind,side,line,match,difference,currency,reason\n");

    private static final byte[] LEFT = CsvBuffer.ascii(",left,");
    private static final byte[] RIGHT = CsvBuffer.ascii(",right,");

    private final Outcome outcome;
    private final Breaks breaks;
    private final Map<BreakKind, byte[]> kinds = new EnumMap<>(BreakKind.class);

    private BreaksCsv(Outcome outcome) {
        this.outcome = outcome;
        this.breaks = outcome.breaks();
        for (BreakKind kind : BreakKind.values()) {
            kinds.put(kind, CsvBuffer.ascii(kind.word()));
        }
    }

    /// Writes all breaks; the bytes are the same with any number of threads.
    public static void write(Outcome outcome, OutputStream out, int threads) throws IOException {
        out.write(HEAD);
        BreaksCsv lines = new BreaksCsv(outcome);
        CsvStretches.write(out, lines.breaks.count(), threads, lines::write);
    }

    private void write(CsvBuffer buffer, int from, int end) {
        Written written = outcome.written();
        for (int number = from + 1; number <= end; number++) {
            int match = breaks.match(number);
            int leftRow = breaks.leftRow(number);
            Side side = leftRow >= 0 ? Side.LEFT : Side.RIGHT;
            int row = leftRow >= 0 ? leftRow : breaks.rightRow(number);
            Currency currency = breaks.currency(number);
            buffer.number(number).comma().raw(kind(number));
            buffer.raw(side == Side.LEFT ? LEFT : RIGHT);
            buffer.number(outcome.read(side).table().lines().line(row)).comma();
            if (match > 0) {
                buffer.number(match);
            }
            long difference = breaks.differenceUnits(number);
            buffer.comma().amount(difference, outcome.rules().decimals(), currency).comma();
            buffer.text(currency.code()).comma().text(breaks.reason(number, written)).endLine();
        }
    }

    private byte[] kind(int number) {
        return java.util.Objects.requireNonNull(kinds.get(breaks.kind(number)));
    }
}
