package dev.recon.engine.read;

/// What is left of a text before it is compared.
public enum NormalForm {
    /// Only blanks at both ends are dropped.
    EXACT,
    /// Letters and digits only, in upper case: `INV-2019/4` is `INV20194`. For references and
    /// account numbers.
    CODE,
    /// Upper case, every run of other characters is one blank: `Acme, Ltd.` is `ACME LTD`. For
    /// names.
    WORDS;

    /// The word used in rule sets: `exact`, `code` or `words`.
    public String word() {
        return switch (this) {
            case EXACT -> "exact";
            case CODE -> "code";
            case WORDS -> "words";
        };
    }
}
