package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.transform.ResultType;
import dev.recon.engine.transform.SignRule;
import dev.recon.engine.transform.Steps;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the number in a column becomes the amount that the other side writes.
sealed interface AmountShape {
    /// As it stands.
    record Plain() implements AmountShape {}

    /// It counts hundredths, such as cents: 1250 is 12.50.
    record Hundredths() implements AmountShape {}

    /// It counts the smallest units of the currency that another column names: 1250 are 12.50
    /// euros, 1,250 yen, or 1.250 dinars.
    record Minor(String currency) implements AmountShape {}

    /// It has more decimals than the other side, which rounds.
    record Rounded(int decimals) implements AmountShape {}

    /// It counts another unit than the other side: it is multiplied by a power of ten.
    ///
    /// @param decimals how many it has then
    /// @param isRounded has it more that are dropped, because the other side rounds?
    record Scaled(int power, int decimals, boolean isRounded) implements AmountShape {
        private String factor() {
            return BigDecimal.ONE.scaleByPowerOfTen(power).toPlainString();
        }

        private String of(String number) {
            String scaled = number + " * \"" + factor() + "\".amount()";
            return isRounded ? "(" + scaled + ").round(" + decimals + ")" : scaled;
        }
    }

    /// It has no sign; another column says whether it is a plus or a minus.
    ///
    /// @param number how the number becomes the amount without its sign
    record Signed(SignRule rule, AmountShape number) implements AmountShape {
        private String of(String amount) {
            String minus =
                    rule.minus().stream()
                            .map(word -> MadeField.quoted(word.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.joining(", "));
            String cell = MadeField.column(rule.column()) + ".upper()";
            return "(" + cell + " in [" + minus + "] ? -(" + amount + ") : " + amount + ")";
        }
    }

    /// It is one of several columns that only together come to what the other side has.
    ///
    /// @param first the column itself
    /// @param more the other columns
    /// @param decimals to which a product is rounded
    record Together(Kind kind, Term first, List<Term> more, int decimals) implements AmountShape {
        public Together {
            more = List.copyOf(more);
        }

        /// What is made of them.
        enum Kind {
            SUM(" + ", " and "),
            DIFFERENCE(" - ", " less "),
            PRODUCT(" * ", " times ");

            private final String operator;
            private final String word;

            Kind(String operator, String word) {
                this.operator = operator;
                this.word = word;
            }
        }

        /// A column and its decimal mark.
        ///
        /// @param mayLack may it have no value where the others have one? Then it is nothing in a
        ///   sum
        record Term(String column, char mark, boolean mayLack) {
            private String amount() {
                String cell = MadeField.column(column);
                String amount = cell + ".amount(\"" + mark + "\")";
                return mayLack
                        ? "(" + cell + " == \"\" ? \"0\".amount() : " + amount + ")"
                        : amount;
            }
        }

        private String expression() {
            String all =
                    Stream.concat(Stream.of(first), more.stream())
                            .map(Term::amount)
                            .collect(Collectors.joining(kind.operator));
            return kind == Kind.PRODUCT ? "(" + all + ").round(" + decimals + ")" : "(" + all + ")";
        }

        private String told() {
            return first.column
                    + more.stream()
                            .map(term -> kind.word + term.column)
                            .collect(Collectors.joining());
        }
    }

    /// The field that reads a column so.
    default FieldSource source(FieldSource.Amount plain) {
        String number =
                MadeField.column(plain.column()) + ".amount(\"" + plain.decimalMark() + "\")";
        String minus = plain.opposite() ? "-" : "";
        return switch (this) {
            case Plain _ -> plain;
            case Signed(SignRule rule, Plain _) ->
                    new FieldSource.Transformed(
                            plain,
                            new Steps(
                                    plain.column(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(rule)));
            case Hundredths _, Minor _, Scaled _, Rounded _, Together _, Signed _ ->
                    made(plain, minus + of(number));
        };
    }

    /// The amount as an expression.
    ///
    /// @param number the expression of the number in the column
    private String of(String number) {
        return switch (this) {
            case Plain _ -> number;
            case Hundredths _ -> number + " * \"0.01\".amount()";
            case Minor(String currency) -> number + ".minor(" + MadeField.column(currency) + ")";
            case Scaled scaled -> scaled.of(number);
            case Rounded(int decimals) -> number + ".round(" + decimals + ")";
            case Together together -> together.expression();
            case Signed signed -> signed.of(signed.number.of(number));
        };
    }

    private static FieldSource made(FieldSource.Amount plain, String expression) {
        FieldSource whole = new FieldSource.Amount(plain.column(), '.', false);
        return MadeField.of(whole, expression, ResultType.AMOUNT);
    }

    /// What a person reads of it.
    ///
    /// @param column the column
    default String words(String column) {
        return switch (this) {
            case Plain _ -> "";
            case Signed(SignRule rule, AmountShape number) ->
                    number.words(column)
                            + "; minus where "
                            + rule.column()
                            + " is "
                            + String.join(" or ", rule.minus());
            case Hundredths _ -> "; it counts hundredths";
            case Minor(String currency) -> "; it counts the smallest units of its " + currency;
            case Scaled scaled ->
                    "; multiplied by " + scaled.factor() + (scaled.isRounded ? ", rounded" : "");
            case Rounded(int decimals) -> "; rounded to " + decimals + " decimals";
            case Together(_, Together.Term first, _, _) when first.mayLack ->
                    "; nothing is zero, as on the other side";
            case Together together -> "; " + together.told() + " on one side";
        };
    }
}
