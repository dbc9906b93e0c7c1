package dev.recon.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Files that are made to fill the memory or to go on for ever are refused, with a reason and soon.
class HostileBankFileTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CAMT =
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt>"
                    + "<Stmt><Id>1</Id>";

    @RegisterExtension private final TestDoor door = new TestDoor();

    private void requireRefused(String file, String reason) {
        Assertions.assertTimeout(
                SOON,
                () -> assertThat(door.refused(file.getBytes(UTF_8)).sentence()).contains(reason));
        door.requireNothingTemporary();
    }

    @Test
    void aThousandElementsDeep() {
        requireRefused(CAMT + "<X>".repeat(1000), "broken XML");
    }

    @Test
    void aTextOfMegabytes() {
        requireRefused(
                CAMT + "<Ntry><AddtlNtryInf>" + "x".repeat(6 << 20) + "</AddtlNtryInf>",
                "too long");
    }

    @Test
    void anEntryOfMegabytes() {
        String texts = ("<Ustrd>" + "x".repeat(100_000) + "</Ustrd>").repeat(60);
        requireRefused(
                CAMT + "<Ntry><NtryDtls><TxDtls><RmtInf>" + texts + "</RmtInf></TxDtls>",
                "one part of more than");
    }

    @Test
    void anEntryOfElementsWithoutEnd() {
        requireRefused(
                CAMT + "<Ntry><NtryDtls><TxDtls>" + "<Refs/>".repeat(150_000), "one part of more");
    }

    @Test
    void billionLaughs() {
        requireRefused(
                "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
                        + CAMT
                        + "<Ntry><AddtlNtryInf>&b;</AddtlNtryInf></Ntry>",
                "document type declaration");
    }

    @Test
    void aLineOfMt940WithoutEnd() {
        requireRefused(":20:X\n:25:1\n:86:" + "x".repeat(100_000), "a line of more than 65536");
    }

    @Test
    void aFieldOfMt940WithoutEnd() {
        requireRefused(":20:X\n:86:" + "text\n".repeat(2000), "more than 1000 lines in the field");
    }

    @Test
    void statementsWithoutNumber() {
        requireRefused(
                ":20:X\n:60F:C260101EUR0,\n:62F:C260101EUR0,\n-\n".repeat(200_001),
                "more than 200000 statements");
    }

    @Test
    void aRecordOfBai2WithoutEnd() {
        requireRefused("01,A,B,260131,0800,1,,,2/\n" + "88,x/\n".repeat(20_000), "without end");
    }

    @Test
    void aTagOfOfxWithoutEnd() {
        requireRefused("OFXHEADER:100\n\n<OFX><STMTRS" + "x".repeat(5000), "a tag without an end");
    }

    @Test
    void addendaWithoutEnd() throws IOException {
        Path sample = Path.of("src/test/resources/golden/nacha/payments-returns-changes.ach");
        List<String> lines = Files.readAllLines(sample).subList(0, 4);
        requireRefused(
                String.join("\n", lines) + "\n" + (lines.getLast() + "\n").repeat(10_000),
                "more than 9999 addenda");
    }
}
