package dev.recon.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Problem;
import dev.recon.formats.Opened.Text;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Web pages that banks call workbooks.
class HtmlTest {
    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void theTableOfAPageIsItsEntries() throws IOException {
        assertThat(
                        table(
                                """
                                <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
                                <meta charset=utf-8><style>td {color: red}</style></head><body>
                                <table border=1>
                                <tr><th>Date<th>Text<th>Amount
                                <tr><td>05.03.2026<td>Müller &amp; Söhne<br>Inv&nbsp;7<td>1.204,50
                                <tr><td>06.03.2026<td><b>Kauf</b> &euro;<td>-3,00
                                </table></body></html>
                                """))
                .isEqualTo(
                        """
                        Date,Text,Amount
                        05.03.2026,Müller & Söhne Inv 7,"1.204,50"
                        06.03.2026,Kauf €,"-3,00"
                        """);
    }

    @Test
    void ofSeveralTablesTheOneWithTheMostFiguresIsRead() throws IOException {
        String page =
                """
                <!doctype html><table><tr><td>Menu<td>Home<tr><td>A<td>B<tr><td>C<td>D</table>
                <table><tr><th>Account<th>Balance<tr><td>DE89<td>12.00</table>
                <table><tr><th>Day<th>Sum
                <tr><td>2026-03-05<td>1.00<tr><td>2026-03-06<td>2.00</table>
                """;
        try (Text text = door.text(door.file(page.getBytes(UTF_8)))) {
            assertThat(Files.readString(text.path()))
                    .isEqualTo("Day,Sum\n2026-03-05,1.00\n2026-03-06,2.00\n");
            assertThat(text.origin().format()).isEqualTo("html");
            assertThat(text.origin().notes()).contains("The table 3 was read, of 3.");
            assertThat(text.origin().choices().getFirst().offered())
                    .containsExactly("table 1", "table 2", "table 3");
        }
        assertThat(door.table(page.getBytes(UTF_8), Choices.of(Map.of("sheet", "table 2"))))
                .isEqualTo("Account,Balance\nDE89,12.00\n");
    }

    @Test
    void aTableWithinATableIsNoCell() throws IOException {
        assertThat(
                        table(
                                """
                                <table><tr><td>Left 1</td><td><table>
                                <tr><th>no</th><th>amount</th></tr>
                                <tr><td>A1</td><td>10.00</td></tr>
                                <tr><td>A2</td><td>20.00</td></tr>
                                </table></td></tr><tr><td>Foot</td><td>2026</td></tr></table>
                                """))
                .isEqualTo("no,amount\nA1,10.00\nA2,20.00\n");
    }

    @Test
    void cellsThatReachOverOthersStandWhereTheyBelong() throws IOException {
        assertThat(
                        table(
                                """
                                <table>
                                <tr><td colspan=4>Statement of account 1</td></tr>
                                <tr><th rowspan=2>Day</th><th colspan=2>Amount</th>
                                <th rowspan=2>Text</th></tr>
                                <tr><th>Debit</th><th>Credit</th></tr>
                                <tr><td rowspan=2>05.03.2026</td><td>1,00<td><td>a</td></tr>
                                <tr><td></td><td>2,00</td><td>b</td></tr>
                                <tr><td colspan=2>06.03.2026</td><td>3,00</td><td>c</td></tr>
                                </table>
                                """))
                .isEqualTo(
                        """
                        Day,Amount Debit,Amount Credit,Text
                        05.03.2026,"1,00",,a
                        05.03.2026,,"2,00",b
                        06.03.2026,,"3,00",c
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "iso-8859-2", "UTF-16", "gb2312", "Shift_JIS"})
    void aPageIsReadAsItSays(String encoding) throws IOException {
        String word =
                switch (encoding) {
                    case "iso-8859-2" -> "Łódź Świętokrzyska";
                    case "gb2312" -> "人民币账户";
                    case "Shift_JIS" -> "普通預金口座";
                    default -> "Größe Straße";
                };
        String page =
                "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset="
                        + encoding
                        + "\"></head><table><tr><th>Text<th>Amount<tr><td>"
                        + word
                        + "<td>1.00<tr><td>x<td>2.00</table></html>";
        assertThat(door.table(page.getBytes(Charset.forName(encoding))))
                .isEqualTo("Text,Amount\n" + word + ",1.00\nx,2.00\n");
    }

    @Test
    void textBesideTablesIsNoLineAndXmlMayStandInFront() throws IOException {
        assertThat(
                        table(
                                """
                                <?xml version="1.0" encoding="UTF-8"?>
                                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">
                                <html xmlns="http://www.w3.org/1999/xhtml"><body><p>Hello 1</p>
                                <table><thead><tr><td>no</td><td>sum</td></tr></thead>
                                <tbody><tr><td>1</td><td>2</td></tr></tbody></table></body></html>
                                """))
                .isEqualTo("no,sum\n1,2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><p>Your session has ended.</p></body></html>",
                "<!DOCTYPE html><html><table><tr><td>Sign in<td>Register</table></html>"
            })
    void aPageWithoutFiguresIsRefused(String page) throws IOException {
        Problem refused = door.refused(page.getBytes(UTF_8));
        assertThat(refused.found()).isEqualTo("a web page (HTML) without a table of entries");
        assertThat(refused.mend()).isEqualTo("Export the same entries as CSV and give that file.");
    }

    @Test
    @Timeout(60)
    void aPageThatIsMadeToFillTheMemoryIsReadOrRefused() throws IOException {
        assertHarmless("<html>" + "<div>".repeat(200_000));
        assertHarmless("<html>" + "<table>".repeat(200_000));
        assertHarmless("<html><table><tr>" + "<td><b>x".repeat(200_000));
        assertHarmless("<html>" + "<p>a<i>b</i>".repeat(200_000));
        assertHarmless(
                "<html><table><tr><td rowspan=65534>" + "x".repeat(60_000) + "<tr>".repeat(65_000));
        assertHarmless("<html><table>" + "<tr><td>1<td colspan=16000><td>2".repeat(100_000));
        assertHarmless("<html><table>" + "<table><tr><td>1<td>2</table>".repeat(100_000));
        assertHarmless("<html><table><tr><td " + "a=1 ".repeat(200_000) + ">1<td>2</table>");
    }

    private void assertHarmless(String page) throws IOException {
        Opened opened = door.open(door.file(page.getBytes(UTF_8)), Choices.NONE);
        if (opened instanceof Text text) {
            text.close();
        }
        door.requireNothingTemporary();
    }

    private String table(String page) throws IOException {
        return door.table(page.getBytes(UTF_8));
    }
}
