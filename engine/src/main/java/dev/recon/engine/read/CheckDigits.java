package dev.recon.engine.read;

/// Check digits of payment references, over codes: capital letters and digits as ASCII bytes.
final class CheckDigits {
    private static final int QR_LENGTH = 27;
    private static final int RF_LENGTH_MAX = 25;
    private static final int IBAN_LENGTH_MIN = 15;
    private static final int IBAN_LENGTH_MAX = 34;
    private static final int HEAD = 4;
    private static final int WEIGHT_MAX = 7;

    /// The carry of modulo 10, recursive: the table of the Swiss payment standards.
    private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

    private CheckDigits() {}

    /// `RF`, two check digits and 1 to 21 letters or digits (ISO 11649).
    static boolean isRf(byte[] code, int start, int end) {
        int length = end - start;
        return length > HEAD
                && length <= RF_LENGTH_MAX
                && code[start] == 'R'
                && code[start + 1] == 'F'
                && isMod97(code, start, end);
    }

    /// Two letters, two check digits and the account (ISO 13616).
    static boolean isIban(byte[] code, int start, int end) {
        int length = end - start;
        return length >= IBAN_LENGTH_MIN
                && length <= IBAN_LENGTH_MAX
                && code[start] >= 'A'
                && code[start + 1] >= 'A'
                && isMod97(code, start, end);
    }

    /// ISO 7064, modulo 97-10, with the first four characters moved to the end.
    private static boolean isMod97(byte[] code, int start, int end) {
        if (!isDigits(code, start + 2, start + HEAD)) {
            return false;
        }
        int rest = 0;
        for (int at = 0; at < end - start; at++) {
            int place = start + (at + HEAD) % (end - start);
            int value = Character.digit(code[place], 36);
            if (value < 0) {
                return false;
            }
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }
        return rest == 1;
    }

    static boolean isQr(byte[] code, int start, int end) {
        if (end - start != QR_LENGTH || !isDigits(code, start, end)) {
            return false;
        }
        int carry = 0;
        for (int at = start; at < end - 1; at++) {
            carry = RECURSIVE[(carry + code[at] - '0') % 10];
        }
        return code[end - 1] - '0' == (10 - carry) % 10;
    }

    /// Luhn: every second digit from the right counts twice.
    static boolean isMod10(byte[] code, int start, int end) {
        if (end - start < 2 || !isDigits(code, start, end)) {
            return false;
        }
        int sum = 0;
        for (int at = end - 1; at >= start; at--) {
            int digit = code[at] - '0';
            int twice = (end - 1 - at) % 2 == 1 ? 2 * digit : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /// Weights 2, 3 … 7, 2 … from the right; a rest of 10 has no digit.
    static boolean isMod11(byte[] code, int start, int end) {
        if (end - start < 2 || !isDigits(code, start, end)) {
            return false;
        }
        int sum = 0;
        int weight = 2;
        for (int at = end - 2; at >= start; at--) {
            sum += weight * (code[at] - '0');
            weight = weight == WEIGHT_MAX ? 2 : weight + 1;
        }
        return (11 - sum % 11) % 11 == code[end - 1] - '0';
    }

    private static boolean isDigits(byte[] code, int start, int end) {
        for (int at = start; at < end; at++) {
            if (code[at] < '0' || code[at] > '9') {
                return false;
            }
        }
        return true;
    }
}
