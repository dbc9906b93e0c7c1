package dev.recon.server.file;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.DialectSniffer;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.read.Problem;
import dev.recon.engine.read.Records;
import dev.recon.engine.table.Bytes;
import dev.recon.server.platform.Limits;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How the entries of a file begin, for people who choose what to take of it.
///
/// @param problem why there is nothing to show
record FirstEntries(List<String> columns, List<List<String>> entries, @Nullable Problem problem) {
    private static final int HEAD_BYTES = 1 << 16;

    static FirstEntries none(Problem problem) {
        return new FirstEntries(List.of(), List.of(), problem);
    }

    static FirstEntries of(Opening file) {
        Charset encoding = file.encoding(Encodings.detect(file.bytes()));
        Bytes head = head(file.bytes(), encoding);
        try {
            Dialect dialect = file.dialect().orElseGet(() -> DialectSniffer.sniff(head, encoding));
            return below(Header.read(head, dialect), head, dialect);
        } catch (InputProblem wrong) {
            return none(wrong.problem());
        }
    }

    /// A table that has no entries has columns all the same.
    private static FirstEntries below(Header header, Bytes head, Dialect dialect) {
        try {
            Inspection.ofAny(head, dialect); // is it a table?
            return new FirstEntries(header.columns(), first(header, head, dialect), null);
        } catch (InputProblem wrong) {
            return new FirstEntries(header.columns(), List.of(), wrong.problem());
        }
    }

    /// The cells as they stand there, with the words that stand for no value.
    private static List<List<String>> first(Header header, Bytes head, Dialect dialect) {
        List<List<String>> entries = new ArrayList<>();
        Records records = new Records(head, dialect, header);
        int cells = header.columns().size();
        while (entries.size() < Limits.FIRST_ENTRIES && records.next()) {
            if (!records.isBroken() && records.cells() == cells) {
                entries.add(
                        IntStream.range(0, cells)
                                .mapToObj(cell -> records.text(cell).strip())
                                .toList());
            }
        }
        return entries;
    }

    /// The first whole lines, in UTF-8.
    private static Bytes head(Bytes file, Charset encoding) {
        String text = new String(file.read(0, HEAD_BYTES), encoding);
        int end = file.size() > HEAD_BYTES ? text.lastIndexOf('\n') + 1 : 0;
        String lines = end == 0 ? text : text.substring(0, end);
        return ArrayBytes.of(file.name(), lines.startsWith("\uFEFF") ? lines.substring(1) : lines);
    }
}
