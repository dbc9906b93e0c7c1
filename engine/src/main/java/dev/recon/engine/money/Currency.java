package dev.recon.engine.money;

import java.util.Optional;

/// A currency by its ISO 4217 code, packed into 16 bits so that a column of them is an array.
///
/// The packed form is 1 + the code read as a number in base 26; 0 stands for "none seen yet".
///
/// @param packed 1 to 17,576
public record Currency(short packed) {
    /// ISO 4217's own code for "no currency": the data does not say one.
    public static final Currency NONE = of("XXX");

    private static final int LETTERS = 26;
    private static final int DECIMALS_DEFAULT = 2;
    private static final byte NOT_LISTED = -1;
    private static final byte[] DECIMALS = decimalsByPacked();

    public Currency {
        if (packed < 1 || packed > LETTERS * LETTERS * LETTERS) {
            throw new IllegalArgumentException("not a packed currency: " + packed);
        }
    }

    /// The currency of a code of three letters, in either case.
    public static Currency of(String code) {
        return find(code)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected three letters such as EUR, found " + code));
    }

    /// The currency of a text that may be such a code.
    public static Optional<Currency> find(String text) {
        short packed =
                text.length() == 3 ? pack(text.charAt(0), text.charAt(1), text.charAt(2)) : 0;
        return packed == 0 ? Optional.empty() : Optional.of(new Currency(packed));
    }

    /// The packed form of three letters, or 0 when one of them is not a letter.
    public static short pack(int first, int second, int third) {
        int a = (first & ~0x20) - 'A';
        int b = (second & ~0x20) - 'A';
        int c = (third & ~0x20) - 'A';
        boolean letters = (a | b | c) >= 0 && a < LETTERS && b < LETTERS && c < LETTERS;
        return letters ? (short) (1 + (a * LETTERS + b) * LETTERS + c) : 0;
    }

    /// The three capital letters.
    public String code() {
        int code = packed - 1;
        char[] letters = {
            (char) ('A' + code / (LETTERS * LETTERS)),
            (char) ('A' + code / LETTERS % LETTERS),
            (char) ('A' + code % LETTERS)
        };
        return new String(letters);
    }

    /// Is this a code that ISO 4217 lists today?
    public boolean isListed() {
        return DECIMALS[packed] != NOT_LISTED;
    }

    /// The number of decimals of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD; 2 where ISO 4217
    /// gives none. One read of memory, because every amount that is written asks.
    public int decimals() {
        return decimals(packed);
    }

    /// The decimals of a currency by its packed form.
    public static int decimals(short packed) {
        byte decimals = DECIMALS[packed];
        return decimals == NOT_LISTED ? DECIMALS_DEFAULT : decimals;
    }

    @Override
    public String toString() {
        return code();
    }

    private static byte[] decimalsByPacked() {
        byte[] decimals = new byte[LETTERS * LETTERS * LETTERS + 1];
        java.util.Arrays.fill(decimals, NOT_LISTED);
        for (java.util.Currency listed : java.util.Currency.getAvailableCurrencies()) {
            String code = listed.getCurrencyCode();
            int digits = listed.getDefaultFractionDigits();
            decimals[pack(code.charAt(0), code.charAt(1), code.charAt(2))] =
                    (byte) (digits < 0 ? DECIMALS_DEFAULT : digits);
        }
        return decimals;
    }
}
