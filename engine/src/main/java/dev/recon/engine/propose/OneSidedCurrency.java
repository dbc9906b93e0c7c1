package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The currencies of a side that has several, where the other side has no column of them.
///
/// The name of the other side's amount may say its only one: `Amount EUR`. Entries of the others
/// then match nothing, as they should: dollars are no euros of the same figure. Where a reference
/// ties entries whatever they come to, and where no name says it, a person is asked; until then no
/// currency is read, and the amount says that its sums add up several.
record OneSidedCurrency(Draft draft) {
    private static final String LEAVE = "none";
    private static final int OPTIONS_MAX = 12;

    /// Maps the currency, or says that it is not read; not where one side has only one.
    boolean map(Optional<FieldSource> ours, Optional<FieldSource> theirs) {
        Side side = ours.isPresent() ? Side.LEFT : Side.RIGHT;
        FieldSource source = ours.or(() -> theirs).orElseThrow();
        List<String> codes = codes(side, source);
        if (codes.size() < 2) {
            return false;
        }
        Optional<String> named =
                draft.isDecided ? Optional.empty() : named(side.other()).filter(codes::contains);
        String chosen = ask(side, codes, named);
        if (chosen.equals(LEAVE)) {
            String column = Draft.column(source).orElse("");
            draft.tell(
                    Table.AMOUNT,
                    "%s (%s) is not read, and all are added up"
                            .formatted(column, String.join(", ", codes)));
            return true;
        }
        Optional<FieldSource> constant =
                Optional.of(new FieldSource.CurrencyConstant(Currency.of(chosen)));
        draft.map(
                Table.CURRENCY,
                new Draft.Mapped(ours.or(() -> constant), theirs.or(() -> constant)),
                OptionalDouble.empty(),
                "all of the %s side are %s".formatted(side.other().word(), chosen));
        return true;
    }

    private String ask(Side side, List<String> codes, Optional<String> named) {
        String other = side.other().word();
        Question.Option none =
                new Question.Option(
                        LEAVE, "as the other side's; none is read", "no column says it");
        List<Question.Option> options =
                Stream.concat(
                                Stream.of(none),
                                codes.stream().limit(OPTIONS_MAX).map(code -> option(code, named)))
                        .toList();
        return draft.ask(
                new Question(
                        other + ".currency",
                        Optional.of(side.other()),
                        amount(side.other()).orElse(""),
                        "Which currency are the amounts on the " + other + "?",
                        options,
                        named.orElse(LEAVE)));
    }

    private static Question.Option option(String code, Optional<String> named) {
        boolean isNamed = named.filter(code::equals).isPresent();
        return new Question.Option(
                code, "all are " + code, isNamed ? "the column's name" : "nothing in the file");
    }

    /// What the name of the amount says.
    private Optional<String> named(Side side) {
        return amount(side).flatMap(CurrencyName::of).map(name -> name.currency().code());
    }

    private Optional<String> amount(Side side) {
        return Optional.ofNullable(draft.sources(side).get(Table.AMOUNT)).flatMap(Draft::column);
    }

    /// The codes of the sample, the commonest first.
    private List<String> codes(Side side, FieldSource source) {
        String[] codes = new RowCurrencies(draft).of(side, source);
        Map<String, Integer> counts = new TreeMap<>();
        Arrays.stream(codes)
                .filter(code -> !code.isEmpty() && !code.equals(RowCurrencies.UNKNOWN))
                .forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
