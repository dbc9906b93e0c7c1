package dev.recon.formats.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Parquet files (Apache Parquet format 2): the columns that are no lists or structures.
public final class ParquetFormat implements Format {
    private static final String SIGNATURE = "PAR1";

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public String description() {
        return "Parquet: every plain column; lists and structures are left out and named";
    }

    @Override
    public boolean recognises(Head head) {
        byte[] bytes = head.bytes();
        for (int at = 0; at < SIGNATURE.length(); at++) {
            if (bytes.length <= at || bytes[at] != SIGNATURE.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (ParquetFileReader file = open(delivery);
                RowReader rows = file.rowReader()) {
            return write(file.getFileSchema().getRootNode().children(), rows, entries);
        } catch (IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | IndexOutOfBoundsException
                | ArithmeticException
                | UncheckedIOException damaged) {
            throw damaged(delivery, damaged);
        }
    }

    private static ParquetFileReader open(Delivery delivery) {
        try {
            return ParquetFileReader.open(InputFile.of(delivery.path()));
        } catch (IOException damaged) {
            throw damaged(delivery, damaged);
        }
    }

    private static RuntimeException damaged(Delivery delivery, Exception how) {
        return delivery.problem(
                "",
                "a Parquet file that is damaged or of a kind not read: " + how.getMessage(),
                "a whole one",
                "Write it again, or as CSV (DuckDB: COPY … TO 'file.csv').");
    }

    private static Origin write(List<SchemaNode> fields, RowReader rows, EntryWriter entries)
            throws IOException {
        List<Integer> plain = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        for (int field = 0; field < fields.size(); field++) {
            if (fields.get(field) instanceof SchemaNode.PrimitiveNode) {
                plain.add(field);
            } else {
                nested.add(fields.get(field).name());
            }
        }
        entries.header(plain.stream().map(field -> fields.get(field).name()).toList());
        long count = 0;
        while (rows.hasNext()) {
            rows.next();
            List<String> cells = new ArrayList<>(plain.size());
            for (int field : plain) {
                cells.add(rows.isNull(field) ? "" : Cell.of(rows.getValue(field)));
            }
            entries.line(cells);
            count++;
        }
        List<String> notes =
                nested.isEmpty()
                        ? List.of()
                        : List.of("Not read, for they are no plain columns: " + nested + ".");
        return new Origin("parquet", count, List.of(), notes);
    }
}
