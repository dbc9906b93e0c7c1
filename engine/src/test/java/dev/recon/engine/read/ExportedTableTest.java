package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How databases write tables: texts in apostrophes, words where there is no value.
class ExportedTableTest {
    @Test
    void apostrophesQuoteWhereACellOfEachLineStandsInThem() {
        Inspection found =
                inspect(
                        """
                        id,name,amount
                        1,'Acme, Ltd','1.50'
                        2,'O''Brien','2.50'
                        3,'Hooli','3.50'
                        """);
        assertThat(found.dialect().quote()).isEqualTo('\'');
        assertThat(found.rows())
                .containsExactly(
                        List.of("1", "Acme, Ltd", "1.50"),
                        List.of("2", "O'Brien", "2.50"),
                        List.of("3", "Hooli", "3.50"));
        assertThat(inspect("id,name\n1,'tis\n2,O'Brien\n3,'n'\n").dialect().quote()).isEqualTo('"');
        assertThat(inspect("id,name\n1,'O'Brien'\n2,'a'\n3,'b'\n").dialect().quote())
                .isEqualTo('"');
    }

    @Test
    void wordsForNoValueAreNone() {
        Inspection found =
                inspect(
                        """
                        id,paid,amount,note
                        1,2026-01-31,1.50,None
                        2,NULL,2.50,-
                        3,2026-02-02,-,paid
                        4,2026-02-03,4.50,N/A
                        """);
        assertThat(found.absent().words()).containsExactly("-", "N/A", "NULL");
        assertThat(found.columns().get(1).type()).isInstanceOf(ColumnType.Date.class);
        assertThat(found.columns().get(2).type()).isInstanceOf(ColumnType.Amount.class);
        assertThat(found.rows())
                .containsExactly(
                        List.of("1", "2026-01-31", "1.50", "None"),
                        List.of("2", "", "2.50", ""),
                        List.of("3", "2026-02-02", "", "paid"),
                        List.of("4", "2026-02-03", "4.50", ""));
        assertThat(inspect("id,note\n1,-\n2,None\n3,x\n").absent()).isEqualTo(AbsentWords.NONE);
    }

    private static Inspection inspect(String text) {
        return Inspection.of(ArrayBytes.of("test.csv", text), StandardCharsets.UTF_8);
    }
}
