package dev.recon.engine.read;

/// What is left of a text before it is compared.
public enum NormalForm {
    /// Only blanks at both ends are dropped.
    EXACT("exact"),
    /// Letters and digits only, in upper case: `INV-2019/4` is `INV20194`. For references and
    /// account numbers.
    CODE("code"),
    /// Upper case without accents, every run of other characters is one blank: `Café, Ltd.` is
    /// `CAFE LTD`; so are marks as web shops export them, such as `&amp;`. For texts.
    WORDS("words"),
    /// A code without zeros in front: `000-4711` is `4711`.
    NUMBER("number"),
    /// Words without legal forms (see [LegalForms]), with umlauts as the letters below them, also
    /// where they are written as two: `Möller Holding GmbH & Co. KG` is `MOLLER HOLDING`, as is
    /// `Moeller Holding`.
    NAME("name"),
    /// Words in alphabetical order, with umlauts likewise: `Lovelace, Ada` is `ADA LOVELACE`. For
    /// names of people, of which files put the one or the other first.
    PERSON("person"),
    /// A telephone number without the code of its country and the zeros before it, else a code:
    /// `+49 30 977-9825` is `309779825`.
    PHONE("phone"),
    /// A creditor reference of ISO 11649 without `RF`, check digits and zeros in front, when the
    /// check digits are right; any other text is a number.
    RF("rf"),
    /// A Swiss QR or ESR reference of 27 digits (modulo 10, recursive), likewise without its check
    /// digit.
    QR("qr"),
    /// A number that ends with a check digit of modulo 10 (Luhn), as Nordic OCR and KID numbers do,
    /// without it; any other text is a number.
    MOD10("mod10"),
    /// The same with modulo 11 (weights 2 to 7 from the right).
    MOD11("mod11"),
    /// An IBAN without its check digits, when they are right: country and account. Any other text
    /// is a code.
    IBAN("iban"),
    /// A number with a decimal point, written out: `1,204.50` is `1204.5`. What is no number stays
    /// as it stands.
    DECIMAL("decimal"),
    /// The same with a decimal comma: `1.204,50` is `1204.5`.
    DECIMAL_COMMA("decimal-comma");

    private final String word;

    NormalForm(String word) {
        this.word = word;
    }

    /// The word used in rule sets, such as `code`.
    public String word() {
        return word;
    }
}
