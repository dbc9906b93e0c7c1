package dev.recon.engine.mend;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.Records;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/// The rejected lines of a file as a file of the same form: what stands before the entries, then
/// each line byte for byte, with the reason in front of it as one more cell.
///
/// The reason comes first because there it can be found and taken off again, whatever is wrong
/// behind it: a quote that is never closed, too many cells. It begins with `line N`, which says
/// where the line belongs.
///
/// @param file the delivered file in UTF-8
/// @param dialect how it is written
/// @param before how many records of `file` come before those that were delivered in it
public record RejectedForm(Bytes file, Dialect dialect, int before) {
    /// What the column of the reasons is called; a file that has such a column gets a number.
    static final String REASON = "recon_reason";

    /// The word before the number of a line.
    static final String LINE = "line ";

    /// Writes the rejected lines, in the encoding of the file.
    ///
    /// @param rejected in the order of the file
    public void write(List<RejectedLine> rejected, OutputStream out) throws IOException {
        Header header = Header.read(file, dialect);
        FileCopy copy = new FileCopy(file, dialect.encoding(), out);
        if (dialect.header()) {
            copy.part(0, header.start());
            copy.text(column(header.columns()) + dialect.delimiter());
            copy.part(header.start(), header.dataStart());
            copy.endLine();
        } else {
            copy.part(0, header.dataStart());
        }
        Records records = new Records(file, dialect, header);
        Iterator<RejectedLine> each = rejected.iterator();
        while (each.hasNext()) {
            RejectedLine line = each.next();
            while (records.line() < line.line() && records.next()) {
                // on to the line
            }
            copy.text(reason(line) + dialect.delimiter());
            copy.part(records.start(), records.end());
            copy.endLine();
        }
        copy.flush();
    }

    /// The name of the column of the reasons: one that no other column has.
    static String column(List<String> columns) {
        List<String> taken = columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        String name = REASON;
        for (int number = 2; taken.contains(name); number++) {
            name = REASON + "_" + number;
        }
        return name;
    }

    private String reason(RejectedLine line) {
        String column = line.column().isEmpty() ? "" : "column " + line.column() + ": ";
        String text =
                LINE
                        + (line.line() - before)
                        + ": "
                        + column
                        + "found "
                        + line.found()
                        + "; expected "
                        + line.expected();
        String shown = text.replaceAll("\\p{Cntrl}", " ");
        if (dialect.quote() == 0) {
            return shown.replace(dialect.delimiter(), ' ');
        }
        String quote = String.valueOf(dialect.quote());
        return quote + shown.replace(quote, quote + quote) + quote;
    }
}
