package dev.recon.engine.rules;

import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes the passes of a rule set.
///
/// @param line takes each line
record PassText(Consumer<String> line) {
    void write(Pass pass) {
        line.accept("  - name: " + YamlText.scalar(pass.name()));
        switch (pass) {
            case Pass.Exact exact -> {
                line.accept("    kind: exact");
                line.accept("    key: " + YamlText.list(exact.key()));
                ambiguous(exact);
            }
            case Pass.Reference reference -> {
                line.accept("    kind: reference");
                search(reference.search());
                line.accept("    key: " + YamlText.list(reference.key()));
                length(reference.search());
                ambiguous(reference);
            }
            case Pass.Probable probable -> probable(probable);
            case Pass.Close close -> close(close);
            case Pass.Group group -> group(group);
            case Pass.Batch batch -> {
                BatchYaml.write(batch, line);
                window(batch.days());
                ambiguous(batch);
            }
            case Pass.Sum sum -> sum(sum);
            case Pass.Fee fee -> fee(fee);
            case Pass.Contra contra -> contra(contra);
            case Pass.Fx fx -> fx(fx);
        }
    }

    private void close(Pass.Close close) {
        line.accept("    kind: close");
        line.accept("    key: " + YamlText.list(close.key()));
        line.accept("    amount: " + ToleranceYaml.write(close.amount()));
        window(close.days());
        close.seconds()
                .ifPresent(seconds -> line.accept("    seconds: " + TimeYaml.write(seconds)));
        if (!close.similar().isEmpty()) {
            line.accept("    similar: " + YamlText.list(close.similar()));
        }
        ambiguous(close);
        if (close.precision().signum() > 0) {
            line.accept("    precision: " + close.precision().toPlainString());
        }
    }

    private void window(DayWindow days) {
        if (!days.equals(DayWindow.ANY)) {
            line.accept("    days: " + NearYaml.write(days));
        }
    }

    private void ambiguous(Pass pass) {
        line.accept("    ambiguous: " + pass.ambiguous().word());
    }

    private void probable(Pass.Probable pass) {
        line.accept("    kind: probable");
        if (!pass.key().isEmpty()) {
            line.accept("    key: " + YamlText.list(pass.key()));
        }
        line.accept("    fields: " + YamlText.list(pass.fields()));
        if (!pass.blocks().isEmpty()) {
            line.accept(
                    "    blocks: "
                            + pass.blocks().stream()
                                    .map(YamlText::list)
                                    .collect(Collectors.joining(", ", "[", "]")));
        }
        line.accept("    precision: " + pass.precision().toPlainString());
        line.accept("    floor: " + pass.floor().toPlainString());
    }

    private void sum(Pass.Sum sum) {
        line.accept("    kind: sum");
        line.accept("    key: " + YamlText.list(sum.key()));
        window(sum.days());
        if (!sum.evidence().isEmpty()) {
            line.accept("    evidence: " + YamlText.list(sum.evidence()));
        }
        line.accept("    entries: " + sum.entriesMax());
        if (sum.againstMax() > 1) {
            line.accept("    against: " + sum.againstMax());
        }
        ambiguous(sum);
    }

    private void fee(Pass.Fee fee) {
        line.accept("    kind: fee");
        line.accept("    key: " + YamlText.list(fee.key()));
        line.accept("    schedule: " + FeeYaml.write(fee.schedules()));
        line.accept("    gross: " + fee.gross().word());
        window(fee.days());
        ambiguous(fee);
    }

    private void fx(Pass.Fx fx) {
        line.accept("    kind: fx");
        line.accept("    key: " + YamlText.list(fx.key()));
        FxYaml.write(fx, line);
        window(fx.days());
        ambiguous(fx);
    }

    private void contra(Pass.Contra contra) {
        line.accept("    kind: contra");
        line.accept("    key: " + YamlText.list(contra.key()));
        line.accept("    side: " + ContraYaml.write(contra.sides()));
        line.accept("    entries: " + contra.offset().word());
        line.accept("    amount: " + ToleranceYaml.write(contra.amount()));
        window(contra.days());
        if (contra.offset() == Offset.PAIR) {
            if (!contra.similar().isEmpty()) {
                line.accept("    similar: " + YamlText.list(contra.similar()));
            }
            ambiguous(contra);
        }
    }

    private void group(Pass.Group group) {
        line.accept("    kind: group");
        group.search().ifPresent(this::search);
        line.accept("    key: " + YamlText.list(group.key()));
        group.search().ifPresent(this::length);
        line.accept("    amount: " + ToleranceYaml.write(group.amount()));
        window(group.days());
        line.accept("    unequal: " + group.unequal().word());
    }

    private void search(TextSearch search) {
        line.accept("    find: " + YamlText.scalar(search.find()));
        line.accept("    in: " + YamlText.scalar(search.in()));
    }

    private void length(TextSearch search) {
        line.accept(
                "    length: {min: " + search.lengthMin() + ", max: " + search.lengthMax() + "}");
    }
}
