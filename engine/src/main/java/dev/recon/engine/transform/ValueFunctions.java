package dev.recon.engine.transform;

import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.recon.engine.money.Currency;
import dev.recon.engine.transform.ExpressionValue.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// What expressions can do with exact amounts, and the order of amounts and days.
final class ValueFunctions {
    private static final CelType AMOUNT = ResultType.AMOUNT.type();
    private static final CelType DATE = ResultType.DATE.type();

    private ValueFunctions() {}

    static List<Functions.Function> numbers() {
        return List.of(
                new Functions.Function(
                        "amount",
                        newMemberOverload("amount_of_text", AMOUNT, STRING),
                        CelFunctionBinding.from(
                                "amount_of_text", String.class, text -> Amount.of(text, '.'))),
                new Functions.Function(
                        "amount",
                        newMemberOverload("amount_of_text_by_mark", AMOUNT, STRING, STRING),
                        CelFunctionBinding.from(
                                "amount_of_text_by_mark",
                                String.class,
                                String.class,
                                ValueFunctions::amount)),
                binary("_+_", "add_amounts", (a, b) -> new Amount(a.number().add(b.number()))),
                binary(
                        "_-_",
                        "subtract_amounts",
                        (a, b) -> new Amount(a.number().subtract(b.number()))),
                binary(
                        "_*_",
                        "multiply_amounts",
                        (a, b) -> new Amount(a.number().multiply(b.number()))));
    }

    /// What is made of one amount.
    static List<Functions.Function> ofOneAmount() {
        return List.of(
                new Functions.Function(
                        "-_",
                        newGlobalOverload("negate_amount", AMOUNT, AMOUNT),
                        CelFunctionBinding.from(
                                "negate_amount",
                                Amount.class,
                                amount -> new Amount(amount.number().negate()))),
                new Functions.Function(
                        "abs",
                        newMemberOverload("abs_of_amount", AMOUNT, AMOUNT),
                        CelFunctionBinding.from(
                                "abs_of_amount",
                                Amount.class,
                                amount -> new Amount(amount.number().abs()))),
                new Functions.Function(
                        "round",
                        newMemberOverload("round_amount", AMOUNT, AMOUNT, INT),
                        CelFunctionBinding.from(
                                "round_amount", Amount.class, Long.class, Amount::rounded)),
                new Functions.Function(
                        "minor",
                        newMemberOverload("amount_of_minor_units", AMOUNT, AMOUNT, STRING),
                        CelFunctionBinding.from(
                                "amount_of_minor_units",
                                Amount.class,
                                String.class,
                                ValueFunctions::ofMinorUnits)),
                new Functions.Function(
                        "text",
                        newMemberOverload("text_of_amount", STRING, AMOUNT),
                        CelFunctionBinding.from(
                                "text_of_amount", Amount.class, ExpressionValue::text)));
    }

    private static Functions.Function binary(
            String name, String id, CelFunctionOverload.Binary<Amount, Amount> does) {
        return new Functions.Function(
                name,
                newGlobalOverload(id, AMOUNT, AMOUNT, AMOUNT),
                CelFunctionBinding.from(id, Amount.class, Amount.class, does));
    }

    static List<Functions.Function> orders() {
        return Stream.of("_<_", "_<=_", "_>_", "_>=_")
                .flatMap(name ->
                        Stream.of(
                                order(name, AMOUNT, Amount.class),
                                order(name, DATE, LocalDate.class)))
                .toList();
    }

    private static <T extends Comparable<? super T>> Functions.Function order(
            String name, CelType type, Class<T> of) {
        String id = "compare_" + type.name() + name;
        return new Functions.Function(
                name,
                newGlobalOverload(id, BOOL, type, type),
                CelFunctionBinding.from(id, of, of, (a, b) -> holds(name, a.compareTo(b))));
    }

    private static boolean holds(String order, int compared) {
        return switch (order) {
            case "_<_" -> compared < 0;
            case "_<=_" -> compared <= 0;
            case "_>_" -> compared > 0;
            default -> compared >= 0;
        };
    }

    private static Amount ofMinorUnits(Amount units, String currency) {
        Currency of =
                Currency.find(currency)
                        .orElseThrow(() ->
                                new UnfitArgument(
                                        "a currency code such as EUR for minor(), found "
                                                + LookUp.shown(currency)));
        return new Amount(units.number().movePointLeft(of.decimals()));
    }

    private static Amount amount(String text, String mark) {
        if (!mark.equals(".") && !mark.equals(",")) {
            throw new UnfitArgument("the decimal mark '.' or ',' for amount()");
        }
        return Amount.of(text, mark.charAt(0));
    }
}
