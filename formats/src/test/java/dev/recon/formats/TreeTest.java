package dev.recon.formats;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Problem;
import dev.recon.formats.Opened.Text;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON and XML documents that nobody described.
class TreeTest {
    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void theListOfAJsonDocumentIsItsEntries() throws IOException {
        assertThat(
                        table(
                                """
                                {"account": "DE1", "rows": [
                                  {"id": "A-1", "amount": {"value": 1204.50, "currency": "EUR"}},
                                  {"id": "A-2", "amount": {"value": -1e2}, "text": "a, \\"b\\""},
                                  {"id": null, "tags": ["x", "y"], "paid": true}]}
                                """))
                .isEqualTo(
                        """
                        id,amount.value,amount.currency,text,tags,paid
                        A-1,1204.50,EUR,,,
                        A-2,-100,,"a, ""b""\",,
                        ,,,,x y,true
                        """);
    }

    @Test
    void numbersKeepTheirDigits() throws IOException {
        assertThat(table("[{\"n\":12345678901234567890.10,\"m\":0.1},{\"n\":1E-7,\"m\":-0}]"))
                .isEqualTo("n,m\n12345678901234567890.10,0.1\n0.0000001,0\n");
    }

    @Test
    void jsonLinesAreEntries() throws IOException {
        assertThat(table("{\"a\":1,\"b\":2}\n{\"a\":3,\"c\":4}\n"))
                .isEqualTo("a,b,c\n1,2,\n3,,4\n");
    }

    @Test
    void aListOfListsIsReadByItsInnerObjects() throws IOException {
        assertThat(table("[[{\"a\":1,\"b\":2}],[{\"a\":3,\"b\":4}]]")).isEqualTo("a,b\n1,2\n3,4\n");
    }

    @Test
    void theDeeperListWithMoreObjectsIsTaken() throws IOException {
        String document =
                """
                {"accounts": [
                  {"id": 1, "entries": [{"r": "x", "v": 1}, {"r": "y", "v": 2}]},
                  {"id": 2, "entries": [{"r": "z", "v": 3}]}]}
                """;

        assertThat(table(document)).isEqualTo("r,v\nx,1\ny,2\nz,3\n");
        assertThat(table(document, "/accounts"))
                .isEqualTo("id,entries.r,entries.v\n1,x y,1 2\n2,z,3\n");
    }

    @Test
    void theElementThatRepeatsIsAnEntry() throws IOException {
        assertThat(
                        table(
                                """
                                <?xml version="1.0"?>
                                <b:book xmlns:b="urn:b"><b:head day="2026-03-05"/>
                                <b:entry id="1"><b:amount ccy="EUR">10.00</b:amount>
                                <b:text/></b:entry>
                                <b:entry id="2"><b:amount ccy="USD">2.50</b:amount>
                                <b:text>one</b:text><b:text>two</b:text></b:entry></b:book>
                                """))
                .isEqualTo("id,amount.ccy,amount,text\n1,EUR,10.00,\n2,USD,2.50,one two\n");
    }

    @Test
    void anotherElementCanBeChosen() throws IOException {
        String document =
                "<a><day d='1' n='x'><e><v>1</v><w>2</w></e><e><v>3</v><w>4</w></e></day>"
                        + "<day d='2' n='y'><e><v>5</v><w>6</w></e></day></a>";

        assertThat(table(document)).isEqualTo("v,w\n1,2\n3,4\n5,6\n");
        assertThat(table(document, "/a/day")).startsWith("d,n,e.v,e.w\n1,x,1 3,2 4\n");
    }

    @Test
    void aPathThatIsNotThereIsNamed() throws IOException {
        Opened opened =
                door.open(
                        door.file("[{\"a\":1,\"b\":1}]".getBytes(UTF_8)),
                        Choices.of(Map.of("records", "/no")));

        assertThat(opened.toString()).contains("no element /no with fields", "such as /");
    }

    @Test
    void utf16IsRead() throws IOException {
        assertThat(door.table("\uFEFF[{\"a\":\"ü\",\"b\":1}]".getBytes(UTF_16LE)))
                .isEqualTo("a,b\nü,1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "[{\"a\":1},",
                "[{\"a\":1}]]",
                "[{\"a\":01}]",
                "{\"a\":NaN}",
                "<?xml version='1.0'?><a><b></a>",
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<?xml version='1.0'?><a/>",
                "{}",
            })
    void whatIsBrokenIsRefusedWithItsPlace(String document) throws IOException {
        Problem refused = door.refused(document.getBytes(UTF_8));
        assertThat(refused.where()).startsWith("given.csv");
        assertThat(refused.found()).as("nothing of the parser's own").doesNotContain("Source");
    }

    @Test
    void depthAndNumbersAreBounded() throws IOException {
        assertThat(door.refused(("[" + "{\"a\":".repeat(5_000)).getBytes(UTF_8)).found())
                .contains("broken JSON");
        assertThat(door.refused(("[{\"a\":" + "9".repeat(5_000) + "}]").getBytes(UTF_8)).found())
                .contains("broken JSON");
        assertThat(table("[{\"a\":1e999999999,\"b\":1}]")).isEqualTo("a,b\n1e999999999,1\n");
    }

    @Test
    void theChoiceIsOffered() throws IOException {
        try (Text text = door.text(door.file("[{\"a\":1,\"b\":1}]".getBytes(UTF_8)))) {
            assertThat(text.origin().choices()).hasSize(1);
            assertThat(text.origin().entries()).isEqualTo(1);
        }
    }

    private String table(String document) throws IOException {
        return door.table(document.getBytes(UTF_8));
    }

    private String table(String document, String records) throws IOException {
        return door.table(document.getBytes(UTF_8), Choices.of(Map.of("records", records)));
    }
}
