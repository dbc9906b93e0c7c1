package dev.recon.server.trace;

import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/// Lines of the log that are looked for where logs are collected, by their fields (Elastic Common
/// Schema). In a log of plain text they are lines like all others.
public enum Dataset {
    /// What was done: a second copy of the history, and the heads that vouch for it.
    AUDIT("recon.audit"),
    /// What did not open the door.
    SECURITY("recon.security"),
    /// How runs ended.
    RUN("recon.run");

    private final String word;

    Dataset(String word) {
        this.word = word;
    }

    /// A line about something that happened, to which its further fields are added.
    public LoggingEventBuilder line(Logger log, String action) {
        return log.atInfo().addKeyValue("event.dataset", word).addKeyValue("event.action", action);
    }
}
