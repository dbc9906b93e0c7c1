package dev.recon.formats.bai2;

/// When the funds of an amount are there, and how many fields say so.
///
/// @param valueDate the day of a `V`, as it is written; else an empty text
/// @param next the place of the field behind it
record FundsType(String valueDate, int next) {
    private static final int DISTRIBUTIONS_MAX = 1000;

    /// Reads the funds type at a place of a record.
    static FundsType of(Bai2Record record, int at) {
        int next = at + 1;
        return switch (record.field(at)) {
            case "S" -> new FundsType("", next + 3);
            case "V" -> new FundsType(record.field(next), next + 2);
            case "D" -> new FundsType("", next + 1 + 2 * distributions(record.field(next)));
            default -> new FundsType("", next);
        };
    }

    private static int distributions(String number) {
        return number.matches("\\d{1,4}")
                ? Math.min(Integer.parseInt(number), DISTRIBUTIONS_MAX)
                : 0;
    }
}
