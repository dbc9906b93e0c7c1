package dev.recon.engine.read;

import dev.recon.engine.table.Limits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects the parts of a free text that may be references.
///
/// A part is a run of letters and digits; up to three runs with one other character between them
/// count as one part too, because references are written with and without marks. So do more, where
/// they are blocks, as account numbers are printed: `DE89 3704 0044 0532 0130 00`. The year of a
/// date, parts without a digit, of another length than the references looked for, or none of the
/// other side's where those are known, are passed over.
final class TokenBuilder implements FieldBuilder {
    private static final int JOINED_MAX = 3;
    private static final int YEAR_LENGTH = 4;
    private static final int BLOCK_MIN = 3;
    private static final int BLOCK_MAX = 6;
    private static final int RUNS_START = 32;
    private static final byte GAP = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte[] KINDS = kinds();

    private final String column;
    private final int cell;
    private final Wanted wanted;
    private int[] runs = new int[RUNS_START];
    final TextBuilder tokens;
    int[] ends = new int[0];

    /// Which parts of a text are taken.
    ///
    /// @param references what the other side has, where that is known
    record Wanted(ColumnPlan.TokenLength length, @Nullable KnownReferences references) {
        boolean isReference(int bytes, long hash) {
            return references == null || references.mayContain(bytes, hash);
        }
    }

    TokenBuilder(String column, int cell, Wanted wanted) {
        this.column = column;
        this.cell = cell;
        this.wanted = wanted;
        this.tokens = new TextBuilder(column, cell, NormalForm.CODE, false);
    }

    @Override
    public boolean take(int row, RecordScanner record) {
        put(row, record.bytes(), record.start(cell), record.end(cell));
        return true;
    }

    /// Takes the parts of the text between `start` and `end` as those of `row`.
    void put(int row, byte[] bytes, int start, int end) {
        int first = row == 0 ? 0 : ends[row - 1];
        int count = first;
        int found = split(bytes, start, end);
        ColumnPlan.TokenLength length = wanted.length;
        for (int run = 0; run < found; run++) {
            int joined = 0;
            for (int last = run; last < found && isJoined(run, last); last++) {
                joined += length(last);
                if (joined > length.max() || count - first >= Limits.TOKENS_PER_TEXT_MAX) {
                    break;
                }
                int from = runs[2 * run];
                int to = runs[2 * last + 1];
                if (joined >= length.min()
                        && hasDigit(bytes, from, to)
                        && !(run == last && isYear(bytes, run, found))) {
                    count += isAdded(count, bytes, from, to) ? 1 : 0;
                }
            }
        }
        ends[row] = count;
    }

    /// Does a run belong to those before it, back to `first`?
    private boolean isJoined(int first, int last) {
        return last == first
                || (runs[2 * last] - runs[2 * last - 1] == 1
                        && (last - first < JOINED_MAX || areBlocks(first, last)));
    }

    /// Are the runs of one length, but for the first and the last, which may be shorter? Those
    /// before the last two were asked for when these were the last.
    private boolean areBlocks(int first, int last) {
        int block = length(first + 1);
        return length(last - 1) == block
                && length(first) <= block
                && length(last) <= block
                && block >= BLOCK_MIN
                && block <= BLOCK_MAX;
    }

    /// Is a run the year of a date, such as `04.03.2025` or `2025-03`?
    private boolean isYear(byte[] bytes, int run, int found) {
        int from = runs[2 * run];
        return length(run) == YEAR_LENGTH
                && ((bytes[from] == '1' && bytes[from + 1] == '9')
                        || (bytes[from] == '2' && bytes[from + 1] == '0'))
                && ((run > 0 && isOfDate(bytes, run - 1, run))
                        || (run + 1 < found && isOfDate(bytes, run + 1, run)));
    }

    /// Is a run the day or the month beside a year?
    private boolean isOfDate(byte[] bytes, int run, int year) {
        int before = Math.min(run, year);
        int mark = runs[2 * before + 1];
        return length(run) <= 2
                && runs[2 * before + 2] - mark == 1
                && (bytes[mark] == '.' || bytes[mark] == '-' || bytes[mark] == '/')
                && KINDS[bytes[runs[2 * run]] & 0xFF] == DIGIT
                && KINDS[bytes[runs[2 * run + 1] - 1] & 0xFF] == DIGIT;
    }

    private int length(int run) {
        return runs[2 * run + 1] - runs[2 * run];
    }

    /// Finds the runs of letters and digits: start and end of each, in turn.
    private int split(byte[] bytes, int start, int end) {
        int found = 0;
        int at = start;
        byte[] kinds = KINDS;
        while (at < end) {
            while (at < end && kinds[bytes[at] & 0xFF] == GAP) {
                at++;
            }
            int from = at;
            while (at < end && kinds[bytes[at] & 0xFF] != GAP) {
                at++;
            }
            if (at > from) {
                if (2 * found + 2 > runs.length) {
                    runs = Arrays.copyOf(runs, runs.length * 2);
                }
                runs[2 * found] = from;
                runs[2 * found++ + 1] = at;
            }
        }
        return found;
    }

    private boolean isAdded(int token, byte[] bytes, int start, int end) {
        if (token >= tokens.hashes.length) {
            tokens.grow(Math.max(RUNS_START, token * 2));
        }
        tokens.put(token, bytes, start, end);
        int begin = token == 0 ? 0 : tokens.ends[token - 1];
        return wanted.isReference(tokens.ends[token] - begin, tokens.hashes[token]);
    }

    private static boolean hasDigit(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if (KINDS[bytes[at] & 0xFF] == DIGIT) {
                return true;
            }
        }
        return false;
    }

    /// Bytes beyond ASCII are parts of letters.
    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int letter = 0; letter < kinds.length; letter++) {
            boolean part = letter >= 0x80 || Character.isLetterOrDigit(letter);
            kinds[letter] = part ? LETTER : GAP;
            kinds[letter] = letter < 0x80 && Character.isDigit(letter) ? DIGIT : kinds[letter];
        }
        return kinds;
    }

    @Override
    public void grow(int rowsMax) {
        ends = Arrays.copyOf(ends, rowsMax);
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public String expected(String found) {
        return "text";
    }

    @Override
    public int cell(RecordScanner record) {
        return cell;
    }
}
