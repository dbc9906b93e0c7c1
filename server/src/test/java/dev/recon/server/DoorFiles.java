package dev.recon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are no delimited text, written for tests.
final class DoorFiles {
    private static final long OPENING = 100_000;

    private DoorFiles() {}

    /// One payment, in the ledger and at the bank.
    record Payment(String reference, int day, long cents) {
        List<String> cells() {
            return List.of(reference, date(), decimal(cents), "EUR");
        }

        private String date() {
            return String.format(Locale.ROOT, "2026-03-%02d", day);
        }

        private String entry() {
            return """
            <Ntry>
              <Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
              <BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt>
              <NtryDtls><TxDtls>
                <Refs><EndToEndId>%s</EndToEndId></Refs>
                <RmtInf><Ustrd>Invoice %s</Ustrd></RmtInf>
              </TxDtls></NtryDtls>
            </Ntry>
            """
                    .formatted(decimal(cents), date(), date(), reference, reference);
        }
    }

    /// Lines of so many bytes or a few more, which pack to about a fifth: less than what is taken
    /// for a bomb.
    static byte[] counted(int bytes) {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int n = 0; text.length() < bytes; n++) {
            text.append(n).append(',').append(n * 7_919L % 999_983).append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    /// Payments that differ in everything.
    static List<Payment> payments(int count) {
        List<Payment> payments = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            String reference = String.format(Locale.ROOT, "INV-%06d", n * 7_919 % 999_983);
            payments.add(new Payment(reference, 1 + n % 28, 1_000 + n * 613L));
        }
        return payments;
    }

    /// A statement of these payments (camt.053).
    ///
    /// @param missingCents what its closing balance says too much
    static String camt(List<Payment> payments, long missingCents) {
        long sum = payments.stream().mapToLong(Payment::cents).sum();
        var entries = new StringBuilder();
        payments.forEach(payment -> entries.append(payment.entry()));
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
          <BkToCstmrStmt>
            <GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-03-31T18:00:00</CreDtTm></GrpHdr>
            <Stmt>
              <Id>S-3</Id><ElctrncSeqNb>3</ElctrncSeqNb>
              <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
              %s
              %s
              %s
            </Stmt>
          </BkToCstmrStmt>
        </Document>
        """
                .formatted(
                        balance("OPBD", OPENING),
                        balance("CLBD", OPENING + sum + missingCents),
                        entries);
    }

    private static String balance(String code, long cents) {
        return """
        <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>
        <Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-31</Dt></Dt></Bal>
        """
                .formatted(code, decimal(cents));
    }

    /// The rows of a ledger, with its head.
    static List<List<String>> ledger(List<Payment> payments) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Reference", "Booked", "Amount", "Currency"));
        payments.forEach(payment -> rows.add(payment.cells()));
        return rows;
    }

    /// A workbook with these sheets; the third cell of each row below the head is a number.
    static byte[] workbook(SequencedMap<String, List<List<String>>> sheets) {
        var names = new StringBuilder();
        var targets = new StringBuilder();
        List<Object> parts = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<List<String>>> sheet : sheets.entrySet()) {
            number++;
            String target = "worksheets/sheet" + number + ".xml";
            names.append(
                    "<sheet name='%s' sheetId='%d' r:id='r%d'/>"
                            .formatted(sheet.getKey(), number, number));
            targets.append("<Relationship Id='r%d' Target='%s'/>".formatted(number, target));
            parts.add("xl/" + target);
            parts.add(sheet(sheet.getValue()));
        }
        parts.add("xl/workbook.xml");
        parts.add("<workbook xmlns:r='r'><sheets>" + names + "</sheets></workbook>");
        parts.add("xl/_rels/workbook.xml.rels");
        parts.add("<Relationships>" + targets + "</Relationships>");
        return zip(parts.toArray());
    }

    private static String sheet(List<List<String>> rows) {
        var text = new StringBuilder("<worksheet><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            text.append("<row>");
            for (int column = 0; column < rows.get(row).size(); column++) {
                boolean isNumber = row > 0 && column == 2;
                text.append(isNumber ? "<c><v>" : "<c t='str'><v>")
                        .append(rows.get(row).get(column))
                        .append("</v></c>");
            }
            text.append("</row>");
        }
        return text.append("</sheetData></worksheet>").toString();
    }

    /// An archive of names and contents in turn, as texts or bytes.
    static byte[] zip(Object... members) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (int at = 0; at < members.length; at += 2) {
                zip.putNextEntry(new ZipEntry((String) members[at]));
                Object content = members[at + 1];
                zip.write(content instanceof byte[] b ? b : content.toString().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packed.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packed.toByteArray();
    }

    private static String decimal(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
