package dev.recon.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.match.Status;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.report.Totals;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Progress;
import dev.recon.formats.Opened.Text;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A statement of a bank is matched with a ledger, and nobody says what its columns mean.
class StatementMatchTest {
    private static final int PAYMENTS = 150;

    @TempDir private Path folder;

    private record Payment(int number, int day, long cents, String customer) {
        String amount(char mark) {
            return "%d%c%02d".formatted(cents / 100, mark, cents % 100);
        }
    }

    private static List<Payment> payments() {
        var random = new Random(7);
        List<Payment> payments = new ArrayList<>();
        for (int number = 1; number <= PAYMENTS; number++) {
            payments.add(
                    new Payment(
                            number,
                            1 + random.nextInt(28),
                            100 + random.nextInt(500_000),
                            "Customer " + (char) ('A' + random.nextInt(26)) + random.nextInt(50)));
        }
        return payments;
    }

    private static String sum(char mark) {
        long cents = payments().stream().mapToLong(Payment::cents).sum();
        return "%d%c%02d".formatted(cents / 100, mark, cents % 100);
    }

    private static String all(Function<Payment, String> line) {
        var text = new StringBuilder();
        payments().forEach(payment -> text.append(line.apply(payment)));
        return text.toString();
    }

    @Test
    void aCamtStatementIsMatched() throws IOException {
        requireMatched(
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt>"
                        + "<Stmt><Id>1</Id>"
                        + balance("OPBD", "0")
                        + balance("CLBD", sum('.'))
                        + all(StatementMatchTest::camtEntry)
                        + "</Stmt></BkToCstmrStmt></Document>");
    }

    private static String balance(String kind, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>"
                + kind
                + "</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>"
                + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>";
    }

    private static String camtEntry(Payment payment) {
        return """
        <Ntry><Amt Ccy='EUR'>%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
        <BookgDt><Dt>2026-01-%02d</Dt></BookgDt><NtryDtls><TxDtls>
        <Refs><EndToEndId>INV-%05d</EndToEndId></Refs>
        <RltdPties><Dbtr><Nm>%s</Nm></Dbtr></RltdPties>
        <RmtInf><Ustrd>Invoice INV-%05d</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """
                .formatted(
                        payment.amount('.'),
                        payment.day(),
                        payment.number(),
                        payment.customer(),
                        payment.number());
    }

    @Test
    void anMt940IsMatched() throws IOException {
        requireMatched(
                ":20:X\n:25:DE02120300000000202051\n:28C:1/1\n:60F:C260101EUR0,\n"
                        + all(StatementMatchTest::mt940Entry)
                        + ":62F:C260131EUR"
                        + sum(',')
                        + "\n-\n");
    }

    private static String mt940Entry(Payment payment) {
        return """
        :61:2601%02d01%02dC%sNTRFNONREF//B%06d
        :86:166?00GUTSCHRIFT?20EREF+INV-%05d?21SVWZ+Invoice?32%s
        """
                .formatted(
                        payment.day(),
                        payment.day(),
                        payment.amount(','),
                        payment.number(),
                        payment.number(),
                        payment.customer());
    }

    @Test
    void anOfxStatementIsMatched() throws IOException {
        requireMatched(
                "OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST>"
                        + all(StatementMatchTest::ofxEntry)
                        + "</BANKTRANLIST></STMTRS></OFX>");
    }

    private static String ofxEntry(Payment payment) {
        return """
        <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>202601%02d<TRNAMT>%s<FITID>F%06d<NAME>%s
        <MEMO>Invoice INV-%05d</STMTTRN>
        """
                .formatted(
                        payment.day(),
                        payment.amount('.'),
                        payment.number(),
                        payment.customer(),
                        payment.number());
    }

    private void requireMatched(String statement) throws IOException {
        String ledger =
                "Date;Customer;Invoice;Amount;Currency\n"
                        + all(payment ->
                                "%02d.01.2026;%s;INV-%05d;%s;EUR\n"
                                        .formatted(
                                                payment.day(),
                                                payment.customer(),
                                                payment.number(),
                                                payment.amount(',')));
        var door = new TestDoor(folder);
        Path left = Files.writeString(folder.resolve("ledger"), ledger);
        Path right = Files.write(folder.resolve("statement"), statement.getBytes(UTF_8));
        try (Text one = door.text(left, Choices.NONE);
                Text other = door.text(right, Choices.NONE);
                FileBytes ledgerBytes = FileBytes.open(one.path(), "ledger");
                FileBytes bankBytes = FileBytes.open(other.path(), "bank")) {
            RuleSet rules =
                    Proposer.propose(
                                    Inspection.of(ledgerBytes, UTF_8),
                                    Inspection.of(bankBytes, Origin.TABLE),
                                    Map.of())
                            .rules();
            Outcome outcome =
                    Reconciler.run(
                            new Reconciler.Inputs(
                                    ledgerBytes, bankBytes, rules, Reconciler.Decided.NOTHING),
                            Progress.NONE,
                            1);
            var totals = Totals.of(outcome);
            assertThat(totals.matches(Status.MATCHED)).isEqualTo(PAYMENTS);
            assertThat(totals.breaks()).isZero();
        }
    }
}
