package dev.recon.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// What a file is, by its first bytes; its name is never asked.
enum Kind {
    TEXT("a text file", "", ""),
    EMPTY("an empty file", Mend.AGAIN, ""),
    BLANK("a file of nothing but blanks", Mend.AGAIN, ""),
    GZIP("a gzip file inside a gzip file", "Unpack it once (gunzip) and give the result.", "1F8B"),
    ZIP(
            "an archive inside an archive",
            "Unpack the inner archive and give what it holds.",
            "504B03"),
    EXCEL("an Excel workbook that cannot be read (.xlsb)", Mend.SPREADSHEET, ""),
    OPEN_DOCUMENT("an OpenDocument file (.ods)", Mend.SPREADSHEET, ""),
    OFFICE("a document of words or slides (.docx, .pptx)", Mend.EXPORT, ""),
    EXCEL_OLD("an old Excel or Office file (.xls)", Mend.SPREADSHEET, "D0CF11E0A1B11AE1"),
    PDF("a PDF document", "Ask the sender for the same statement as CSV.", "255044462D"),
    PARQUET("a Parquet file", "Write it as CSV (DuckDB: COPY … TO 'file.csv').", "50415231"),
    SQLITE("an SQLite database", "Export the table as CSV.", "53514C69746520666F726D6174203300"),
    XML("an XML document", Mend.EXPORT, ""),
    HTML("a web page (HTML)", Mend.EXPORT, ""),
    JSON("a JSON document", Mend.EXPORT, ""),
    RTF("an RTF document", Mend.EXPORT, "7B5C727466"),
    PNG("a picture (PNG)", Mend.PICTURE, "89504E470D0A1A0A"),
    JPEG("a picture (JPEG)", Mend.PICTURE, "FFD8FF"),
    GIF("a picture (GIF)", Mend.PICTURE, "47494638"),
    TIFF_LITTLE("a picture (TIFF)", Mend.PICTURE, "49492A00"),
    TIFF_BIG("a picture (TIFF)", Mend.PICTURE, "4D4D002A"),
    RIFF("a picture, sound or film (RIFF)", Mend.PICTURE, "52494646"),
    BZIP2("a bzip2 file", Mend.UNPACK, "425A6839"),
    XZ("an xz file", Mend.UNPACK, "FD377A585A00"),
    ZSTD("a Zstandard file", Mend.UNPACK, "28B52FFD"),
    SEVEN_ZIP("a 7z archive", Mend.UNPACK, "377ABCAF271C"),
    RAR("a RAR archive", Mend.UNPACK, "526172211A07"),
    TAR("a tar archive", "Unpack it (tar -xf) and give the one file inside.", ""),
    ELF("a program (ELF)", Mend.OTHER, "7F454C46"),
    MACH("a program (Mach-O)", Mend.OTHER, "CFFAEDFE"),
    JAVA_CLASS("a program (Java class)", Mend.OTHER, "CAFEBABE"),
    UTF_32("text in UTF-32", "Save it as UTF-8.", "FFFE0000"),
    BINARY("bytes that no text has", Mend.OTHER, "");

    private static final int HEAD_BYTES = 1 << 16;
    private static final int TAR_MARK = 257;
    private static final List<Kind> SIGNED =
            Arrays.stream(values()).filter(kind -> !kind.signature.isEmpty()).toList();

    private final String description;
    private final String mend;
    private final String signature;

    Kind(String description, String mend, String signature) {
        this.description = description;
        this.mend = mend;
        this.signature = new String(HexFormat.of().parseHex(signature), ISO_8859_1);
    }

    /// What it is, as the end of the sentence "found …".
    String description() {
        return description;
    }

    /// What to do instead.
    String mend() {
        return mend;
    }

    /// Is it a ZIP archive, whatever it is for?
    boolean isArchive() {
        return this == ZIP || this == EXCEL || this == OPEN_DOCUMENT || this == OFFICE;
    }

    /// The kind of a file.
    static Kind of(Path path) throws IOException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(path)) {
            head = bytes.readNBytes(HEAD_BYTES);
        }
        Kind kind = of(head);
        return kind == ZIP ? Zip.kind(path) : kind;
    }

    /// The kind of a file by its first bytes alone; what a ZIP archive is for, they do not tell.
    static Kind of(byte[] first) {
        if (first.length == 0) {
            return EMPTY;
        }
        byte[] head = Arrays.copyOf(first, Math.min(first.length, HEAD_BYTES));
        String start = new String(head, ISO_8859_1);
        if (start.startsWith("ustar", TAR_MARK)) {
            return TAR;
        }
        return SIGNED.stream()
                .filter(kind -> start.startsWith(kind.signature))
                .findFirst()
                .orElseGet(() -> TextKind.of(head));
    }

    /// Advice that several kinds share.
    private static final class Mend {
        static final String SPREADSHEET = "Save the sheet as CSV UTF-8 and give that file.";
        static final String EXPORT = "Export the same entries as CSV and give that file.";
        static final String PICTURE = "Give the file with the entries, not a picture of it.";
        static final String UNPACK = "Unpack it and give the text file inside; gzip is fine too.";
        static final String AGAIN = "Check the export that made it, and fetch it again.";
        static final String OTHER = "Check that this is the file you meant.";
    }
}
