package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.io.OutputStream;

/// Writes `breaks.csv`: one line for each break, in their order.
///
/// A break of an open entry says its side and line. A break inside a match says the match, and the
/// side and line of its first left entry; `matches.csv` has the others.
public final class BreaksCsv {
    private static final byte[] HEAD =
            CsvBuffer.ascii("break,kind,side,line,match,difference,currency,reason\n");

    private final Outcome outcome;
    private final Breaks breaks;

    private BreaksCsv(Outcome outcome) {
        this.outcome = outcome;
        this.breaks = outcome.breaks();
    }

    /// Writes all breaks; the bytes are the same with any number of threads.
    public static void write(Outcome outcome, OutputStream out, int threads) throws IOException {
        out.write(HEAD);
        BreaksCsv lines = new BreaksCsv(outcome);
        CsvStretches.write(out, lines.breaks.count(), threads, lines::write);
    }

    private void write(CsvBuffer buffer, int from, int end) {
        for (int number = from + 1; number <= end; number++) {
            BreakKind kind = breaks.kind(number);
            Side side = breaks.leftRow(number) >= 0 ? Side.LEFT : Side.RIGHT;
            int row = side == Side.LEFT ? breaks.leftRow(number) : breaks.rightRow(number);
            int line = outcome.read(side).table().lines().line(row);
            buffer.number(number).comma().text(kind.word()).comma();
            buffer.text(side.word()).comma().number(line).comma();
            if (breaks.match(number) > 0) {
                buffer.number(breaks.match(number));
            }
            buffer.comma()
                    .amount(
                            breaks.differenceUnits(number),
                            outcome.rules().decimals(),
                            breaks.currency(number))
                    .comma()
                    .text(breaks.currency(number).code())
                    .comma()
                    .text(breaks.reason(number))
                    .endLine();
        }
    }
}
