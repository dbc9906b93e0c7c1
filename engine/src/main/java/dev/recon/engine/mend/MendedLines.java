package dev.recon.engine.mend;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.read.Records;
import dev.recon.engine.table.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a file that [RejectedForm] wrote and a person mended, without the reasons.
final class MendedLines {
    private static final long FILE_BYTES_MAX = 1 << 28;
    private static final Pattern NUMBER = Pattern.compile("\\s*line (\\d{1,9})\\b.*");

    private MendedLines() {}

    /// Reads the mended lines.
    ///
    /// @param file in UTF-8
    /// @param dialect how the first file is written, which is how this one must be
    /// @param columns of the first file
    /// @throws InputProblem when it is not a file of its rejected lines
    static PlacedLines read(Bytes file, Dialect dialect, List<String> columns) {
        if (file.size() > FILE_BYTES_MAX) {
            throw new InputProblem(
                    new Problem(
                            file.name(),
                            file.size() + " bytes",
                            "mended lines of at most " + FILE_BYTES_MAX + " bytes",
                            "Deliver the whole file again instead."));
        }
        Header header = Header.read(file, dialect);
        if (dialect.header()) {
            requireColumns(file, header.columns(), columns);
        }
        SortedMap<Integer, PlacedLines.Line> byLine = new TreeMap<>();
        List<PlacedLines.Line> others = new ArrayList<>();
        Records records = new Records(file, dialect, header);
        while (records.next()) {
            int length = Math.toIntExact(records.end() - records.start());
            byte[] record = withoutLineBreak(file.read(records.start(), length));
            LeadingCell reason = LeadingCell.of(record, dialect);
            Matcher number = NUMBER.matcher(reason.text());
            if (isBlank(record, dialect)) {
                continue;
            }
            boolean isKept = !number.matches() && !reason.text().isBlank();
            byte[] bytes = isKept ? record : reason.rest();
            var line = new PlacedLines.Line(bytes, records.line(), records.isBroken());
            if (!number.matches()
                    || byLine.putIfAbsent(Integer.valueOf(number.group(1)), line) != null) {
                others.add(line);
            }
        }
        return new PlacedLines(byLine, others);
    }

    private static void requireColumns(Bytes file, List<String> found, List<String> columns) {
        List<String> expected = new ArrayList<>(List.of(RejectedForm.column(columns)));
        expected.addAll(columns);
        boolean isSame = found.size() == expected.size();
        for (int at = 0; isSame && at < found.size(); at++) {
            isSame = found.get(at).equals(expected.get(at)) || isUnnamed(found.get(at));
        }
        if (!isSame) {
            throw new InputProblem(
                    new Problem(
                            file.name(),
                            "the columns " + String.join(", ", found),
                            "the columns " + String.join(", ", expected),
                            "Correct the cells in the file of rejected lines, and leave its"
                                    + " columns, its delimiter and its encoding as they came."));
        }
    }

    /// A column without a name is called by its place, which is another one here.
    private static boolean isUnnamed(String column) {
        return column.startsWith("column ");
    }

    private static byte[] withoutLineBreak(byte[] record) {
        int end = record.length;
        if (end > 0 && record[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && record[end - 1] == '\r') {
            end--;
        }
        return java.util.Arrays.copyOf(record, end);
    }

    private static boolean isBlank(byte[] record, Dialect dialect) {
        for (byte letter : record) {
            if (letter != dialect.delimiter() && letter != dialect.quote() && letter != ' ') {
                return false;
            }
        }
        return true;
    }

    /// The first cell of a record, which is found in a broken record too.
    private record LeadingCell(String text, byte[] rest) {
        static LeadingCell of(byte[] record, Dialect dialect) {
            boolean isQuoted = record.length > 0 && record[0] == dialect.quote();
            int at = 0;
            boolean isInside = isQuoted;
            for (at = isQuoted ? 1 : 0; at < record.length; at++) {
                if (isQuoted && record[at] == dialect.quote()) {
                    isInside = !isInside;
                } else if (!isInside && record[at] == dialect.delimiter()) {
                    break;
                }
            }
            String text = new String(record, 0, at, StandardCharsets.UTF_8);
            String bare = isQuoted ? text.substring(1) : text;
            int rest = Math.min(at + 1, record.length);
            return new LeadingCell(
                    isQuoted && bare.equals("" + dialect.quote()) ? "" : bare,
                    java.util.Arrays.copyOfRange(record, rest, record.length));
        }
    }
}
