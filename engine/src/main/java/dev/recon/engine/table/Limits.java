package dev.recon.engine.table;

/// Every bound of the engine in one place.
public final class Limits {
    /// Rows of one side: a row is an int, and arrays of longs must hold them.
    public static final int ROWS_MAX = 1_000_000_000;

    /// Bytes of one cell; a longer one rejects its line.
    public static final int CELL_BYTES_MAX = 1 << 20;

    /// Bytes from the start of a record to the start of its last cell; a longer one is rejected.
    public static final int RECORD_BYTES_MAX = 1 << 24;

    /// Columns of a file.
    public static final int COLUMNS_MAX = 4096;

    /// Rejected lines of a file; with more of them the file or its field map is wrong as a whole.
    public static final int REJECTED_MAX = 100_000;

    /// Characters of a cell that a message or a report repeats.
    public static final int QUOTED_CHARS_MAX = 200;

    /// Tokens of one text that are taken for possible references.
    public static final int TOKENS_PER_TEXT_MAX = 64;

    /// Normalised bytes of one text field over all rows of a side.
    public static final int ARENA_BYTES_MAX = Integer.MAX_VALUE - 16;

    /// Passes of one cascade.
    public static final int PASSES_MAX = 50;

    /// Labels of the matches of one run: a match has one or two bytes for its label. A pass has at
    /// most 120.
    public static final int LABELS_MAX = 1 << Short.SIZE;

    /// Pairs that one reference may stand for with one key; a commoner one is no reference.
    public static final long REFERENCE_PAIRS_MAX = 1_000_000;

    /// Cells that the search for near entries may look at in one block.
    public static final long SEARCH_STEPS_MAX = 3_000_000_000L;

    /// Entries of both sides over which a change of the rules is tried out.
    public static final int REACH_ROWS_MAX = 200_000;

    /// Pairs that a probable or a reference pass may compare: so many always, and so many more for
    /// each entry.
    public static final long PAIRS_FREE = 8_000_000;

    public static final long PAIRS_PER_ENTRY_MAX = 150;

    /// Steps that the search for sums may take in one block: about 0.15 seconds.
    public static final long SUM_STEPS_MAX = 100_000_000L;

    /// Units of an amount without its sign: the difference of two stays within a long.
    public static final long UNITS_MAX = Long.MAX_VALUE / 4;

    /// Units of all amounts of one currency and side, without their signs: the sum of both sides
    /// stays within a long.
    public static final long SUM_MAX = Long.MAX_VALUE / 2;

    /// Units of all amounts that one pass converts into one currency, without their signs: with
    /// those of that currency itself, every sum stays within a long.
    public static final long CONVERTED_MAX = SUM_MAX / 8;

    /// Fields by which fees may differ, and values of each that are looked at.
    public static final int FEE_FIELDS_MAX = 16;

    public static final int FEE_GROUPS_MAX = 1_000;

    private Limits() {}
}
