package dev.recon.formats.bank;

/// Advice that several formats share.
public final class Mend {
    public static final String ASK_BANK =
            "Fetch the file again; if it is the same, ask its sender to mend it.";
    public static final String WHOLE = "Fetch the whole file again; nothing of it was used.";

    private Mend() {}
}
