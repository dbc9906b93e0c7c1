package dev.recon.engine.read;

/// A telephone number as the same line is dialled from anywhere: without the code of the country
/// (ITU-T E.164), which only some write, and without the zeros or, in North America, the one that
/// others dial before it. `+49 (0)30 977 98-25` and `030/9779825` are `309779825`.
final class PhoneNumber {
    private static final int DIGITS_MIN = 5;
    private static final int NORTH_AMERICAN = 11;
    private static final boolean[] OF_TWO = ofTwo();

    private PhoneNumber() {}

    /// Changes the number from `start` to `end` in place, and returns where it ends now; -1 where
    /// there are too few digits. Digits behind a letter are an extension.
    static int reduce(byte[] number, int start, int end) {
        boolean abroad = false;
        int write = start;
        for (int read = start; read < end && !Character.isLetter(number[read]); read++) {
            if (number[read] >= '0' && number[read] <= '9') {
                number[write++] = number[read];
            } else if (number[read] == '+' && write == start) {
                abroad = true;
            }
        }
        if (write - start < DIGITS_MIN) {
            return -1;
        }
        int from = start;
        if (!abroad && number[start] == '0' && number[start + 1] == '0') {
            abroad = true;
            from += 2;
        }
        from += abroad ? countryDigits(number, from) : 0;
        from = behindZeros(number, from, write);
        if (write - from == NORTH_AMERICAN && number[from] == '1') {
            from = behindZeros(number, from + 1, write);
        }
        System.arraycopy(number, from, number, start, write - from);
        return start + write - from;
    }

    private static int behindZeros(byte[] digits, int start, int end) {
        int from = start;
        while (from < end - 1 && digits[from] == '0') {
            from++;
        }
        return from;
    }

    /// How many digits the code of a country has: its first ones tell.
    private static int countryDigits(byte[] digits, int at) {
        if (digits[at] == '1' || digits[at] == '7') {
            return 1;
        }
        return OF_TWO[(digits[at] - '0') * 10 + digits[at + 1] - '0'] ? 2 : 3;
    }

    private static boolean[] ofTwo() {
        int[] codes = {
            20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54,
            55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98
        };
        boolean[] two = new boolean[100];
        for (int code : codes) {
            two[code] = true;
        }
        return two;
    }
}
