package dev.recon.formats.bai2;

import java.util.Optional;

/// The type code of an entry: which way the money went.
final class TypeCode {
    /// Information without money.
    static final String NO_MONEY = "890";

    private TypeCode() {}

    /// Is it a credit? Nothing for a code that is neither credit nor debit. The ranges are those of
    /// the BAI2 code list: 100 to 399 and, of a bank's own, 920 to 959 are credits; 400 to 699 and
    /// 960 to 999 are debits; of loans, 720 to 739 and 740 to 759.
    static Optional<Boolean> isCredit(String code) {
        if (!code.matches("\\d{3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(code);
        if (in(number, 100, 399) || in(number, 720, 739) || in(number, 920, 959)) {
            return Optional.of(true);
        }
        boolean debit = in(number, 400, 699) || in(number, 740, 759) || in(number, 960, 999);
        return debit ? Optional.of(false) : Optional.empty();
    }

    private static boolean in(int number, int first, int last) {
        return number >= first && number <= last;
    }
}
