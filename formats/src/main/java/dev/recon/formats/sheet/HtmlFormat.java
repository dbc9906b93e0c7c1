package dev.recon.formats.sheet;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/// Web pages with a table: what many a bank calls an Excel download. Its tables are the sheets of a
/// workbook; of several, the one with the most rows of figures is read.
///
/// A page is read as a stream, once to count and once to write. Only one row of it is in memory,
/// but a row may be as large as the page, and so there is a bound.
public final class HtmlFormat implements Format {
    private static final long BYTES_MAX = 64 << 20;

    private static final Pattern PAGE =
            Pattern.compile(
                    "\\A(<\\?xml[^>]{0,200}>\\s*)?(<!--.{0,2000}?-->\\s*)?"
                            + "<(!doctype html|html)[\\s>].*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// A part of a page, as programs write it that know that browsers mend it.
    private static final Pattern PART =
            Pattern.compile(
                    "\\A(?=.*<table[\\s>])"
                            + "<(head|body|meta|title|style|script|table|div|center|font|p|b|br"
                            + "|h[1-6])"
                            + "[\\s/>].*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String description() {
        return "web page with a table, as banks offer for Excel: the one with the most figures";
    }

    @Override
    public boolean recognises(Head head) {
        return head.startsWith("<")
                && (PAGE.matcher(head.text()).matches() || PART.matcher(head.text()).matches());
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        if (Files.size(delivery.path()) > BYTES_MAX) {
            throw delivery.problem(
                    "",
                    "a web page of more than " + BYTES_MAX + " bytes",
                    "a smaller one",
                    "Ask for the same entries as CSV, or save it as .xlsx, which has no bound.");
        }
        HtmlBook book = HtmlBook.of(delivery);
        if (book.isWithoutTable()) {
            throw delivery.problem(
                    "",
                    "a web page (HTML) without a table of entries",
                    "one with a head and rows",
                    "Export the same entries as CSV and give that file.");
        }
        return new BookTable(name(), book, delivery).unfold(entries);
    }
}
