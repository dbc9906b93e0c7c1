package dev.recon.engine.explain;

import dev.recon.engine.table.Column;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.util.Arrays;

/// One text of one entry against the same field of many.
///
/// Equal by hash, or alike by their equal beginning and end; 2 ns a row that differs at once.
final class TextScan {
    private static final int NEAR_TENTHS = 7;
    private static final byte[] UNKNOWN = {};

    private final byte[] text;
    private final long hash;
    private final Column facing;
    private final int same;
    private final int differs;

    private TextScan(String field, byte[] text, long hash, Column facing) {
        this.text = text;
        this.hash = hash;
        this.facing = facing;
        boolean isReference = field.equals(Table.REFERENCE);
        boolean isWords = field.equals(Table.PARTY) || field.equals(Table.TEXT);
        double agrees = isWords ? FirstLook.WORDS_SAME : FirstLook.OTHER_SAME;
        double not = isWords ? FirstLook.WORDS_OTHER : FirstLook.OTHER_DIFFERS;
        this.same = NearestScan.tenths(isReference ? FirstLook.REFERENCE_SAME : agrees);
        this.differs = NearestScan.tenths(isReference ? FirstLook.REFERENCE_OTHER : not);
    }

    static TextScan of(String field, Column ours, int row, Column facing) {
        byte[] text =
                ours instanceof TextColumn column && facing instanceof TextColumn
                        ? Arrays.copyOfRange(column.arena(), column.start(row), column.end(row))
                        : UNKNOWN;
        return new TextScan(field, text, ours.hash(row), facing);
    }

    int tenths(int row) {
        long theirs = facing.hash(row);
        if (theirs == hash) {
            return same;
        }
        if (theirs == 0) {
            return 0;
        }
        if (text.length == 0 || !(facing instanceof TextColumn texts)) {
            return differs;
        }
        int alike = Edits.outerTenths(text, texts.arena(), texts.start(row), texts.end(row));
        return alike >= NEAR_TENTHS ? same * (2 * alike - 10) / 10 : differs;
    }

    long hash(int row) {
        return facing.hash(row);
    }
}
