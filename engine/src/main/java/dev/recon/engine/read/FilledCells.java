package dev.recon.engine.read;

/// The cells of an amount, of which each row fills one; a zero beside another amount is none.
///
/// Costs per row: each cell is read once, as an amount.
final class FilledCells {
    private static final int NONE = -1;

    private final AmountParser parser;
    private final int[] cells;
    private long units;

    FilledCells(AmountParser parser, int... cells) {
        this.parser = parser;
        this.cells = cells.clone();
    }

    /// Which of the cells has the amount of a row; -1 where several have one, or none, or one of
    /// them holds something else.
    int find(RecordScanner record) {
        int found = NONE;
        units = 0;
        for (int at = 0; at < cells.length; at++) {
            if (isBlank(record, cells[at])) {
                continue;
            }
            long read = parse(record, cells[at]);
            if (read == AmountParser.NOT_AN_AMOUNT || (read != 0 && units != 0)) {
                return NONE;
            }
            if (found == NONE || read != 0) {
                found = at;
                units = read;
            }
        }
        return found;
    }

    /// The amount in the cell that was found last.
    long units() {
        return units;
    }

    /// The cell that is at fault where none was found: the first that holds no amount, else the
    /// last that is filled, else the last.
    int fault(RecordScanner record) {
        int fault = cells[cells.length - 1];
        for (int cell : cells) {
            if (!isBlank(record, cell)) {
                fault = cell;
                if (parse(record, cell) == AmountParser.NOT_AN_AMOUNT) {
                    return cell;
                }
            }
        }
        return fault;
    }

    private long parse(RecordScanner record, int cell) {
        return parser.parse(record.bytes(), record.start(cell), record.end(cell));
    }

    private static boolean isBlank(RecordScanner record, int cell) {
        int at = record.start(cell);
        while (at < record.end(cell) && record.bytes()[at] == ' ') {
            at++;
        }
        return at == record.end(cell);
    }
}
