package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.match.Label;
import dev.recon.engine.match.Matching;
import dev.recon.engine.money.Currency;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

/// Writes `matches.csv`: one line for each entry of a match, in the order of the matches.
///
/// 1 million pairs are 2 million lines of about 45 bytes.
public final class MatchesCsv {
    private static final byte[] HEAD =
            CsvBuffer.ascii("match,side,line,status,pass,confidence,allocated\n");
    private static final byte[] LEFT = CsvBuffer.ascii(",left,");
    private static final byte[] RIGHT = CsvBuffer.ascii(",right,");

    private final Outcome outcome;
    private final Matching matching;
    private final Table left;
    private final Table right;
    private final byte[][] labels;

    private MatchesCsv(Outcome outcome) {
        this.outcome = outcome;
        this.matching = outcome.matching();
        this.left = outcome.left().table();
        this.right = outcome.right().table();
        this.labels = matching.labels().stream().map(this::cells).toArray(byte[][]::new);
    }

    /// Writes all matches; the bytes are the same with any number of threads.
    public static void write(Outcome outcome, OutputStream out, int threads) throws IOException {
        out.write(HEAD);
        MatchesCsv lines = new MatchesCsv(outcome);
        CsvStretches.write(out, lines.matching.entries(Side.LEFT), threads, lines::write);
        int others = lines.matching.count() - lines.matching.withLeft();
        CsvStretches.write(out, others, threads, lines::writeOthers);
    }

    /// What all matches with a label have in common: `,matched,reference-amount,1,`.
    private byte[] cells(Label label) {
        String pass =
                label.pass() < 0
                        ? PassTotals.BY_HAND
                        : outcome.rules().passes().get(label.pass()).name();
        return cells(label.status().word(), pass, label.confidence());
    }

    private static byte[] cells(String status, String pass, float probability) {
        BigDecimal confidence = new BigDecimal(Float.toString(probability));
        return new CsvBuffer(64)
                .comma()
                .text(status)
                .comma()
                .text(pass)
                .comma()
                .text(confidence.stripTrailingZeros().toPlainString())
                .comma()
                .toBytes();
    }

    private void write(CsvBuffer buffer, int from, int end) {
        int match = 0;
        for (int row = from; row < end; row++) {
            int partner = matching.partner(Side.LEFT, row);
            if (partner >= 0) {
                match = match == 0 ? matching.matchOf(Side.LEFT, row) : match + 1;
                pair(buffer, match, row, partner);
            } else if (!matching.isOpen(Side.LEFT, row)) {
                match = 0;
                group(buffer, row);
            }
        }
    }

    /// The two lines of a pair; what they have in common is made once.
    private void pair(CsvBuffer buffer, int match, int row, int partner) {
        byte[] label = labels[matching.labelOf(Side.LEFT, row)];
        int start = buffer.size();
        int number = buffer.number(match).size();
        buffer.raw(LEFT).number(left.lines().line(row)).raw(label);
        int amount = buffer.size();
        amount(buffer, left, row);
        int end = buffer.size();
        buffer.again(start, number).raw(RIGHT).number(right.lines().line(partner)).raw(label);
        boolean same =
                left.amounts().units()[row] == right.amounts().units()[partner]
                        && left.currencies().packed()[row] == right.currencies().packed()[partner];
        if (same) {
            buffer.again(amount, end);
        } else {
            amount(buffer, right, partner);
        }
    }

    /// The matches of the right alone, which come last.
    private void writeOthers(CsvBuffer buffer, int from, int end) {
        for (int other = from; other < end; other++) {
            writeGroup(buffer, matching.withLeft() + 1 + other);
        }
    }

    /// All entries of a group, where its first left entry stands.
    private void group(CsvBuffer buffer, int row) {
        int match = matching.matchOf(Side.LEFT, row);
        if (matching.firstRow(Side.LEFT, match) == row) {
            writeGroup(buffer, match);
        }
    }

    private void writeGroup(CsvBuffer buffer, int match) {
        int pass = matching.pass(match);
        String name = pass < 0 ? PassTotals.BY_HAND : outcome.rules().passes().get(pass).name();
        byte[] label = cells(matching.status(match).word(), name, matching.confidence(match));
        for (Side side : Side.values()) {
            Table table = outcome.read(side).table();
            for (int row : matching.rows(side, match)) {
                long units = table.amounts().units()[row];
                buffer.number(match)
                        .raw(side == Side.LEFT ? LEFT : RIGHT)
                        .number(table.lines().line(row))
                        .raw(label)
                        .amount(
                                matching.allocated(side, row, units),
                                table.decimals(),
                                table.currency(row))
                        .endLine();
            }
        }
    }

    private static void amount(CsvBuffer buffer, Table table, int row) {
        int decimals = Currency.decimals(table.currencies().packed()[row]);
        buffer.amount(table.amounts().units()[row], table.decimals(), decimals).endLine();
    }
}
