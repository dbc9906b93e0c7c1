package dev.recon.server.settings;

/// How the server writes its log, always to standard output.
public record LogSettings(Format format, Level level) {
    /// What a line of the log looks like.
    public enum Format {
        /// For people.
        TEXT,
        /// One JSON object a line, with the fields of the Elastic Common Schema.
        ECS
    }

    /// The least important line that is written.
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    static LogSettings read(Environment from) {
        return new LogSettings(
                from.word("LOG_FORMAT", Format.TEXT), from.word("LOG_LEVEL", Level.INFO));
    }
}
