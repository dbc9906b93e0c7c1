package dev.recon.engine.rules;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.AbsentWords;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.Totals;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;

/// Valid rule sets without end, with the ugliest names of columns that a file may have.
final class RandomRules {
    private static final List<String> NAMES =
            List.of(
                    "Amount",
                    "5",
                    "0.50",
                    "true",
                    "null",
                    "~",
                    "a b",
                    "Soll/Haben",
                    "Überweisung",
                    "tab\tbed",
                    "\"quoted\"",
                    "it's",
                    "a: b",
                    "# no",
                    "- list",
                    "[x]",
                    "{x}",
                    "&anchor",
                    "*alias",
                    "!tag",
                    "|",
                    "> fold",
                    "%",
                    "@at",
                    "`",
                    "back\\slash",
                    "new\nline",
                    "😀",
                    " blanks ",
                    "\u0001",
                    "\u2028",
                    "yes",
                    "1e5",
                    "=",
                    "<<",
                    ":");
    private static final List<String> PATTERNS =
            List.of("yyyy-MM-dd", "dd/MM/yyyy", "d.M.yy", "yyyyMMdd", "d MMM yyyy", "MM-dd-yyyy");

    private static final CurrencyPair DOLLARS = CurrencyPair.find("USD/EUR").orElseThrow();

    private final Random random;
    private final RandomTransforms transforms;

    RandomRules(Random random) {
        this.random = random;
        this.transforms = new RandomTransforms(random);
    }

    RuleSet next() {
        List<String> own =
                new ArrayList<>(NAMES.subList(random.nextInt(5), 5 + random.nextInt(20)));
        own.addAll(List.of("reference", "party", "text"));
        List<Pass> passes = new ArrayList<>();
        for (int count = 1 + random.nextInt(4); passes.size() < count; ) {
            passes.add(pass("pass " + passes.size() + one(NAMES), own));
        }
        var other = new Comparison(one(own), days(), random.nextBoolean());
        List<Comparison> compare =
                random.nextBoolean() ? List.of() : List.of(new Comparison("date", days()), other);
        return new RuleSet(
                2 + random.nextInt(8),
                transforms.tables(),
                layout(own),
                layout(own),
                rates(),
                passes,
                compare);
    }

    /// Every random rule set has rates: any pass may be one that needs them.
    private Rates rates() {
        List<Rate> list = new ArrayList<>();
        for (int day = random.nextInt(4); day >= 0; day--) {
            for (CurrencyPair pair : List.of(DOLLARS, DOLLARS.turned())) {
                BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 6);
                list.add(new Rate(pair, LocalDate.of(2026, 2, 27).plusDays(day), value));
            }
        }
        return new Rates(
                one(List.of(Side.values())),
                random.nextInt(9),
                one(List.of(Rounding.values())),
                list);
    }

    private Layout layout(List<String> own) {
        SequencedMap<String, FieldSource> fields = new LinkedHashMap<>();
        RandomAmounts amounts = new RandomAmounts(random, NAMES);
        fields.put("amount", transforms.amount(amounts.amount()));
        fields.put("currency", amounts.currency(fields.get("amount")));
        fields.put("date", new FieldSource.Date(one(NAMES), DatePattern.of(one(PATTERNS))));
        fields.put("due", new FieldSource.Date(one(NAMES), DatePattern.of(one(PATTERNS))));
        fields.put("time", new FieldSource.Time(one(NAMES), random.nextInt(3) - 1));
        for (String field : own) {
            fields.put(field, text());
        }
        char delimiter = one(List.of(',', ';', '\t', '|', ' ', ':'));
        char quote = one(List.of('"', '\'', (char) 0, '\\'));
        Charset encoding = Charset.forName(one(List.of("UTF-8", "UTF-16LE", "windows-1252")));
        int skip = random.nextInt(3);
        return new Layout(
                new Dialect(delimiter, quote, encoding, random.nextBoolean(), skip),
                fields,
                new AbsentWords(one(List.of(List.of(), List.of("NULL", "n/a", "-", "it's \"\"")))),
                one(
                        List.of(
                                Totals.NONE,
                                new Totals(List.of(one(NAMES)), NAMES.subList(0, 3), ','))),
                Choices.NONE);
    }

    private FieldSource text() {
        return transforms.text(new FieldSource.Text(one(NAMES), one(List.of(NormalForm.values()))));
    }

    private Pass pass(String name, List<String> own) {
        Ambiguity ambiguous = one(List.of(Ambiguity.values()));
        String text = one(own);
        List<String> key = List.of("amount", text);
        return switch (random.nextInt(11)) {
            case 0 -> new Pass.Exact(name, key, ambiguous);
            case 5 -> fee(name, text);
            case 2 -> group(name, text, own);
            case 1 -> {
                int min = 1 + random.nextInt(20);
                int max = min + random.nextInt(20);
                yield new Pass.Reference(name, text, one(own), List.of(), min, max, ambiguous);
            }
            case 4 -> sum(name, text, own);
            case 6 -> contra(name, text, own);
            case 7 -> fx(name, text);
            case 8 -> batch(name, text);
            case 3 ->
                    new Pass.Probable(
                            name,
                            random.nextBoolean() ? List.of() : List.of(text),
                            key,
                            random.nextBoolean() ? List.of() : List.of(key, List.of(text)),
                            Pass.Probable.PRECISION,
                            Pass.Probable.FLOOR);
            case 9 ->
                    new Pass.Close(
                            name,
                            key,
                            tolerance(),
                            DayWindow.ANY,
                            Optional.of(new TimeWindow(random.nextInt(9), random.nextInt(9))),
                            similar(own),
                            ambiguous,
                            new BigDecimal("0.9"));
            default -> new Pass.Close(name, key, tolerance(), days(), similar(own), ambiguous);
        };
    }

    private Pass group(String name, String text, List<String> own) {
        return new Pass.Group(
                name,
                List.of(text),
                random.nextBoolean()
                        ? Optional.of(new TextSearch(text, one(own), 2, 12))
                        : Optional.empty(),
                tolerance(),
                days(),
                one(List.of(Unequal.values())));
    }

    private Pass batch(String name, String text) {
        return new Pass.Batch(
                name,
                one(List.of(Side.values())),
                List.of(text),
                random.nextBoolean() ? List.of() : List.of(text),
                Optional.of(new BatchFee(schedule(), one(List.of(BatchFee.Per.values()))))
                        .filter(_ -> random.nextBoolean()),
                tolerance(),
                days(),
                one(List.of(Ambiguity.values())));
    }

    private Pass fee(String name, String text) {
        return new Pass.Fee(
                name,
                List.of(text),
                random.nextBoolean() ? List.of() : List.of(schedule(), schedule()),
                one(List.of(Side.values())),
                days(),
                one(List.of(Ambiguity.values())));
    }

    private Pass fx(String name, String text) {
        return new Pass.Fx(
                name,
                List.of(text),
                random.nextBoolean() ? List.of() : List.of(DOLLARS),
                tolerance(),
                days(),
                one(List.of(Ambiguity.values())));
    }

    private Pass sum(String name, String text, List<String> own) {
        return new Pass.Sum(
                name,
                random.nextBoolean() ? List.of() : List.of(text),
                days(),
                similar(own),
                2 + random.nextInt(7),
                1 + random.nextInt(3),
                one(List.of(Ambiguity.SUGGEST, Ambiguity.LEAVE)));
    }

    private Pass contra(String name, String text, List<String> own) {
        boolean all = random.nextBoolean();
        return new Pass.Contra(
                name,
                List.of(text),
                one(List.of(List.of(Side.LEFT), List.of(Side.RIGHT), List.of(Side.values()))),
                all ? Offset.ALL : Offset.PAIR,
                tolerance(),
                days(),
                all ? List.of() : similar(own),
                all ? Ambiguity.BEST : one(List.of(Ambiguity.values())));
    }

    private List<String> similar(List<String> own) {
        return random.nextBoolean() ? List.of() : List.of(own.getFirst(), own.getLast());
    }

    private Schedule schedule() {
        return new Schedule(
                BigDecimal.valueOf(random.nextInt(1_000_000), 4),
                BigDecimal.valueOf(random.nextInt(1_000), 2),
                one(List.of(Rounding.values())));
    }

    private Tolerance tolerance() {
        return switch (random.nextInt(3)) {
            case 0 -> new Tolerance.Range(bound(), bound());
            case 1 -> {
                SequencedMap<Currency, Tolerance> byCurrency = new LinkedHashMap<>();
                byCurrency.put(Currency.of("EUR"), bound());
                byCurrency.put(Currency.of("JPY"), new Tolerance.Range(bound(), bound()));
                yield new Tolerance.PerCurrency(byCurrency, bound());
            }
            default -> bound();
        };
    }

    private Tolerance.Bound bound() {
        BigDecimal number = BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3));
        BigDecimal percent = BigDecimal.valueOf(random.nextInt(10_001), 2);
        return switch (random.nextInt(5)) {
            case 0 -> new Tolerance.Any();
            case 1 -> new Tolerance.Absolute(number);
            case 2 -> new Tolerance.Capped(percent, number);
            default -> new Tolerance.Percent(percent);
        };
    }

    private DayWindow days() {
        return switch (random.nextInt(5)) {
            case 0 -> DayWindow.ANY;
            case 4 -> new DayWindow(random.nextInt(9), 3, one(List.of("DE", "GB-ENG+TARGET")));
            case 1 -> new DayWindow(3, 3);
            case 2 -> new DayWindow(0, DayWindow.UNBOUNDED);
            default -> new DayWindow(random.nextInt(9), random.nextInt(9));
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
