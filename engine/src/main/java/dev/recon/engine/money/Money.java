package dev.recon.engine.money;

/// An exact amount of money: a whole number of units of 10^-decimals of its currency.
///
/// One run counts every amount with the same number of decimals, so that units of one currency can
/// be added and compared as plain numbers.
///
/// @param currency the currency; [Currency#NONE] where the data has none
/// @param units the signed number of units
/// @param decimals how many decimals one unit stands for, 0 to 9
public record Money(Currency currency, long units, int decimals) {
    public static final int DECIMALS_MAX = 9;

    public Money {
        if (decimals < 0 || decimals > DECIMALS_MAX) {
            throw new IllegalArgumentException("decimals must be 0 to 9, found " + decimals);
        }
    }

    /// The exact sum; both must be of one currency and scale.
    public Money plus(Money other) {
        requireSameKind(other);
        return new Money(currency, Math.addExact(units, other.units), decimals);
    }

    /// The exact difference; both must be of one currency and scale.
    public Money minus(Money other) {
        requireSameKind(other);
        return new Money(currency, Math.subtractExact(units, other.units), decimals);
    }

    public boolean isZero() {
        return units == 0;
    }

    /// The plain decimal number, such as `-1204.50`: at least as many decimals as the currency has,
    /// more only where they are not zero.
    public String value() {
        return value(units, decimals, currency.decimals());
    }

    /// The plain decimal number of `units` counted with `decimals`; zeros behind the first
    /// `decimalsMin` decimals are left out.
    public static String value(long units, int decimals, int decimalsMin) {
        String digits = Long.toString(units);
        int sign = units < 0 ? 1 : 0;
        int missing = decimals + 1 - (digits.length() - sign);
        if (missing > 0) {
            digits = digits.substring(0, sign) + "0".repeat(missing) + digits.substring(sign);
        }
        int point = digits.length() - decimals;
        int end = digits.length();
        while (end > point + Math.min(decimalsMin, decimals) && digits.charAt(end - 1) == '0') {
            end--;
        }
        String whole = digits.substring(0, point);
        return end == point ? whole : whole + "." + digits.substring(point, end);
    }

    private void requireSameKind(Money other) {
        if (!currency.equals(other.currency) || decimals != other.decimals) {
            throw new IllegalArgumentException(this + " and " + other + " cannot be added");
        }
    }

    /// For people: without a currency where the data names none.
    @Override
    public String toString() {
        return currency.equals(Currency.NONE) ? value() : currency + " " + value();
    }
}
