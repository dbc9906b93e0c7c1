package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The watch over the log barks when a secret is in it, and only then.
class LogWatchTest {
    private static final Logger LOG = LoggerFactory.getLogger(LogWatchTest.class);
    private static final String KEY = "rk_live_" + "0".repeat(32) + "_" + "a".repeat(43);

    @Test
    void aLineThatTellsASecretIsFound() {
        LOG.info("key refused id={}", KEY.substring(0, 40));
        assertThat(LogWatch.take()).as("the id of a key is no secret").isEmpty();

        LOG.info("key refused key={}", KEY);
        LOG.info("signed in password={}", FirstKey.PASSWORD);
        assertThat(LogWatch.take()).hasSize(2);
        assertThat(LogWatch.take()).isEmpty();
    }
}
