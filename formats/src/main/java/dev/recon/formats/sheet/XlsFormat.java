package dev.recon.formats.sheet;

import dev.recon.engine.read.InputProblem;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Excel workbooks until 2003 (BIFF8 in an OLE 2 container): one sheet as a table. A sheet of them
/// has 65,536 rows at most, so the whole workbook is read into memory, up to a bound.
public final class XlsFormat implements Format {
    private static final long BYTES_MAX = 64 << 20;
    private static final byte[] SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    @Override
    public String name() {
        return "xls";
    }

    @Override
    public String description() {
        return "Excel workbook until 2003: one sheet, as for xlsx";
    }

    @Override
    public boolean recognises(Head head) {
        byte[] bytes = head.bytes();
        for (int at = 0; at < SIGNATURE.length; at++) {
            if (bytes.length <= at || bytes[at] != SIGNATURE[at]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        if (Files.size(delivery.path()) > BYTES_MAX) {
            throw delivery.problem(
                    "",
                    "an old workbook of more than " + BYTES_MAX + " bytes",
                    "a smaller one",
                    "Save it as .xlsx, which is read row by row.");
        }
        try (HSSFWorkbook workbook = open(delivery)) {
            return new BookTable(name(), new XlsBook(workbook), delivery).unfold(entries);
        } catch (InputProblem problem) {
            throw problem;
        } catch (RuntimeException damaged) {
            throw damaged(delivery, damaged);
        }
    }

    /// Reads the workbook whole; what goes wrong behind this is not its fault, unless the library
    /// says so by an unchecked exception.
    private static HSSFWorkbook open(Delivery delivery) {
        try (var files = new POIFSFileSystem(delivery.path().toFile(), true)) {
            return new HSSFWorkbook(files);
        } catch (EncryptedDocumentException _) {
            throw delivery.problem(
                    "",
                    "a workbook with a password",
                    "one without",
                    "Save it without a password and give that file.");
        } catch (IOException | RuntimeException damaged) {
            throw damaged(delivery, damaged);
        }
    }

    /// The library says so in a dozen ways, most of them unchecked: the file is to blame.
    private static RuntimeException damaged(Delivery delivery, Exception how) {
        return XlsxPackage.damaged(delivery, firstLine(String.valueOf(how.getMessage())));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
