package dev.recon.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the failures of others mean.
class BreakdownTest {
    @ParameterizedTest
    @CsvSource({
        "53100, DISK_FULL",
        "08006, DATABASE_LOST",
        "57P02, DATABASE_LOST",
        "57P03, DATABASE_LOST",
        "58030, DATABASE_LOST",
        "22021, NUL_IN_TEXT",
        "23505, OTHER",
        "57014, OTHER",
        "XX001, OTHER"
    })
    void theDatabaseSaysIt(String state, Breakdown meant) {
        SQLException said = new SQLException("the database's words", state);

        assertThat(Breakdown.of(new IllegalStateException(said))).isEqualTo(meant);
    }

    @Test
    void aConnectionThatThePoolClosedIsLost() {
        assertThat(Breakdown.of(new SQLException("Connection is closed")))
                .isEqualTo(Breakdown.DATABASE_LOST);
        assertThat(Breakdown.of(new SQLTransientConnectionException("not available")))
                .isEqualTo(Breakdown.DATABASE_LOST);
    }

    @Test
    void ourDiskSaysIt() {
        assertThat(Breakdown.of(new IOException("No space left on device")))
                .isEqualTo(Breakdown.DISK_FULL);
        assertThat(Breakdown.of(new IOException())).isEqualTo(Breakdown.OTHER);
    }
}
