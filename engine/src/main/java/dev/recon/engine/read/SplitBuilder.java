package dev.recon.engine.read;

import dev.recon.engine.money.Currency;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Reads an amount that stands in one of several columns, or the currency which that column says.
final class SplitBuilder implements FieldBuilder.Wrapping {
    private final FieldBuilder plain;
    private final FieldSource.SplitAmount source;
    private final AmountParser parser;
    private final FilledCells cells;

    /// @param plain keeps the values: amounts or currencies
    /// @param cells where the columns of `source` are
    SplitBuilder(
            FieldBuilder plain, FieldSource.SplitAmount source, AmountParser parser, int[] cells) {
        this.plain = plain;
        this.source = source;
        this.parser = parser;
        this.cells = new FilledCells(parser, cells);
    }

    @Override
    public boolean take(int row, RecordScanner record) {
        int found = cells.find(record);
        if (found < 0) {
            return false;
        }
        AmountPart part = source.parts().get(found);
        switch (plain) {
            case Amounts amounts -> {
                boolean negated = part.isDebit() && !source.negativeDebits();
                long units = negated ? -cells.units() : cells.units();
                amounts.units[row] = source.opposite() ? -units : units;
            }
            case Currencies currencies ->
                    currencies.packed[row] = part.currency().orElse(Currency.NONE).packed();
            case Dates _, TimeBuilder _, TextBuilder _, TokenBuilder _, Wrapping _ ->
                    throw new IllegalStateException("neither an amount nor a currency: " + plain);
        }
        return true;
    }

    @Override
    public FieldBuilder values() {
        return plain;
    }

    @Override
    public String expected(String found) {
        byte[] bytes = found.getBytes(StandardCharsets.UTF_8);
        boolean readable = parser.parse(bytes, 0, bytes.length) != AmountParser.NOT_AN_AMOUNT;
        return found.isBlank() || readable
                ? "an amount in exactly one of the columns " + names()
                : parser.expected(found);
    }

    private String names() {
        List<String> names =
                source.columns().stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.toList());
        String last = names.removeLast();
        return String.join(", ", names) + " and " + last;
    }

    @Override
    public int cell(RecordScanner record) {
        return cells.fault(record);
    }
}
