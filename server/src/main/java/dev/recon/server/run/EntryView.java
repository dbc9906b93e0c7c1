package dev.recon.server.run;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.TimeOfDay;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Table;
import dev.recon.server.platform.Money;
import dev.recon.server.run.Entry.FieldValue;
import dev.recon.server.run.RunEntries.Picked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes an entry readable: mapped fields with what they were understood as, then the rest.
final class EntryView {
    private final Picked picked;
    private final int row;
    private final dev.recon.engine.read.Entry raw;
    private final Set<String> columns = new HashSet<>();
    private final List<FieldValue> fields = new ArrayList<>();

    private EntryView(Picked picked, int row) {
        this.picked = picked;
        this.row = row;
        this.raw = picked.raw().get(row);
    }

    static Entry of(Picked picked, int row) {
        EntryView view = new EntryView(picked, row);
        Layout layout = picked.rules().layout(picked.side());
        layout.fields().forEach(view::add);
        view.addOthers();
        return new Entry(
                picked.side().word(),
                picked.lines().get(row),
                view.money(),
                view.fields,
                view.raw.raw());
    }

    /// The same as lists show it: of all its columns only these few are read.
    static Entry.Listed listed(Picked picked, int row) {
        EntryView view = new EntryView(picked, row);
        return new Entry.Listed(
                picked.lines().get(row),
                view.money(),
                view.day(),
                view.text(Table.REFERENCE),
                view.text(Table.PARTY));
    }

    /// The text of a field, or of a column that is called so.
    private @Nullable String text(String field) {
        FieldSource source = picked.rules().layout(picked.side()).fields().get(field);
        if (source == null) {
            String cell = raw.cells().getOrDefault(field, "");
            return cell.isBlank() ? null : cell;
        }
        String text = raw.text(source);
        return text.isEmpty() ? null : text;
    }

    private Money money() {
        Table table = picked.table();
        return Money.of(table.currency(row).code(), table.amounts().units()[row], table.decimals());
    }

    private void add(String field, FieldSource source) {
        String cell = written(source);
        switch (source.understood()) {
            case FieldSource.Amount _, FieldSource.SplitAmount _ ->
                    put(field, Entry.MONEY, money().value(), cell);
            case FieldSource.CurrencyColumn _,
                    FieldSource.CurrencyConstant _,
                    FieldSource.SplitCurrency _ ->
                    put(field, Entry.TEXT, money().currency(), cell);
            case FieldSource.Date _ -> {
                LocalDate day = day(field);
                put(field, Entry.DATE, day == null ? null : day.toString(), cell);
            }
            case FieldSource.Time _ ->
                    put(field, Entry.TEXT, cell == null ? null : TimeOfDay.written(cell), cell);
            case FieldSource.Text _, FieldSource.Transformed _ ->
                    put(field, Entry.TEXT, text(field), cell);
        }
    }

    /// What the file says: one cell, or all that a transform reads.
    private @Nullable String written(FieldSource source) {
        List<String> cells =
                source.columns().stream().map(this::cell).filter(cell -> !cell.isBlank()).toList();
        if (cells.isEmpty()) {
            return null;
        }
        return source instanceof FieldSource.Transformed
                ? String.join(" · ", cells)
                : cells.getFirst();
    }

    private void put(String field, String type, @Nullable String value, @Nullable String cell) {
        fields.add(new FieldValue(field, type, value, cell));
    }

    private @Nullable LocalDate day() {
        return day(Table.DATE);
    }

    /// The date of a field, of which an entry may have several.
    private @Nullable LocalDate day(String field) {
        int day =
                picked.table().find(field).orElseThrow() instanceof DateColumn dates
                        ? dates.days()[row]
                        : DateColumn.ABSENT;
        return day == DateColumn.ABSENT ? null : LocalDate.ofEpochDay(day);
    }

    private String cell(String column) {
        columns.add(column.toLowerCase(Locale.ROOT));
        return raw.cell(column);
    }

    /// Columns that no field is made of; one that is called like a field says so.
    private void addOthers() {
        for (Map.Entry<String, String> one : raw.cells().entrySet()) {
            String name = one.getKey();
            if (columns.contains(name.toLowerCase(Locale.ROOT))) {
                continue;
            }
            boolean taken = fields.stream().anyMatch(field -> field.field().equals(name));
            String value = one.getValue().isBlank() ? null : one.getValue();
            put(taken ? "column " + name : name, Entry.TEXT, value, value);
        }
    }
}
