package dev.recon.formats.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.formats.bank.Samples;
import dev.recon.formats.bank.Samples.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An entry of more transactions than are held back at once.
class LargeBatchTest {
    private static final int TRANSACTIONS = CamtEntry.DETAILS_MAX * 2 + 1;
    private static final String AMOUNT = "<Amt Ccy='EUR'>1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>";

    @TempDir private Path folder;

    @Test
    void itsTransactionsAreLinesIfTheyAddUp() throws IOException {
        Read read = read(TRANSACTIONS + ".00", AMOUNT);

        assertThat(read.reason()).isEmpty();
        assertThat(read.lines()).hasSize(TRANSACTIONS);
        assertThat(read.column("amount")).containsOnly("1.00");
    }

    @Test
    void itIsRefusedIfTheyDoNot() throws IOException {
        assertThat(read("7.00", AMOUNT).reason())
                .contains("found an entry of EUR 7.00, expected EUR 10001.00, the sum");
    }

    @Test
    void itIsRefusedIfTheyHaveNoAmounts() throws IOException {
        assertThat(read("7.00", "").reason()).contains("transactions without amounts in one entry");
    }

    private Read read(String sum, String amount) throws IOException {
        String details = ("<TxDtls>" + amount + "</TxDtls>\n").repeat(TRANSACTIONS);
        Path file =
                Files.writeString(
                        folder.resolve("batch.xml"),
                        "<Document><BkToCstmrStmt><Stmt><Id>1</Id><Ntry><Amt Ccy='EUR'>"
                                + sum
                                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><NtryDtls>"
                                + details
                                + "</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>");
        return Samples.read(new CamtFormat(), file);
    }
}
