package dev.recon.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.formats.Opened.Text;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTest {
    private static final String LINES =
            """
            Date        Amount  Text
            2026-03-05   10.00  Müller & Co
            2026-03-06 1204.50  Rent
            2026-03-07   -1.00
            """;

    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void columnsAreFoundInTheBlanks() throws IOException {
        String table =
                """
                Date,Amount,Text
                2026-03-05,10.00,Müller
                2026-03-06,1204.50,Rent
                2026-03-07,-1.00,
                """;

        assertThat(door.table(LINES.replace(" & Co", "").getBytes(UTF_8))).isEqualTo(table);
        assertThat(door.table(LINES.replace(" & Co", "").getBytes(ISO_8859_1))).isEqualTo(table);
    }

    @Test
    void columnsAreReadAsAPersonSays() throws IOException {
        var choices = Choices.of(Map.of("widths", "day 9-10, amount 11-18,text 21-60"));

        assertThat(
                        door.table(
                                "2026-03-05   10.00  A, B\n2026-03-06   20.00  C\n".getBytes(UTF_8),
                                choices))
                .isEqualTo("day,amount,text\n05,10.00,\"A, B\"\n06,20.00,C\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "day 0-3", "day 5-3", "day 1-9999999", "", "a 1-2,,b 3-4"})
    void widthsThatAreNoneAreRefused(String widths) throws IOException {
        Opened opened =
                door.open(door.file(LINES.getBytes(UTF_8)), Choices.of(Map.of("widths", widths)));

        assertThat(opened).isInstanceOf(Opened.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n3,4\n5,6\n",
                "Name;Amount\nA B;1\nC D;2\nE F;3\n",
                "name\tamount\na b\t1\nc d\t2\n",
                "one two\nthree four\nfive six\n",
                "reference\nA-1\nA-2\nA-3\n",
                "a|b\nx y|1\nz w|2\n",
            })
    void delimitedTextIsNoFixedWidth(String lines) throws IOException {
        try (Text text = door.text(door.file(lines.getBytes(UTF_8)))) {
            assertThat(text.origin().isText()).isTrue();
        }
    }
}
