package dev.recon.server.fetch;

/// Thrown when a server shows a key that nobody has confirmed yet; only the trial of a place may
/// see it, and shows it to a person.
final class UnconfirmedHostKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fingerprint;

    UnconfirmedHostKey(String fingerprint) {
        super("the host key " + fingerprint + " is not confirmed", null, false, false);
        this.fingerprint = fingerprint;
    }

    String fingerprint() {
        return fingerprint;
    }
}
