package dev.recon.engine.rules;

import dev.recon.engine.table.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Reads the passes that match the entries of a batch of one side with one entry of the other.
final class BatchYaml {
    static final List<String> KEYS =
            List.of(
                    "name",
                    "kind",
                    "of",
                    "by",
                    "key",
                    "schedule",
                    "per",
                    "amount",
                    "days",
                    "ambiguous");
    private static final SequencedMap<String, Side> SIDES = new LinkedHashMap<>();

    static {
        for (Side side : Side.values()) {
            SIDES.put(side.word(), side);
        }
    }

    private BatchYaml() {}

    /// @param fields the fields that each side maps
    static Pass read(String name, YamlMap map, FieldNames fields, int decimals) {
        Side of =
                map.require("of", "the side whose entries come in batches: left or right")
                        .map(at -> at.oneOf(SIDES))
                        .orElse(Side.LEFT);
        List<String> by =
                map.require("by", "the fields that a batch shares, such as by: [payout]")
                        .map(fields.only(of)::shared)
                        .orElse(List.of());
        List<String> key = map.find("key").map(fields::shared).orElse(List.of());
        PassYaml.requireField(map, "by", by);
        PassYaml.requireNoAmount(map, "by", by, PassYaml.SUMMED);
        PassYaml.requireNoAmount(map, "key", key, PassYaml.SUMMED);
        return new Pass.Batch(
                name,
                of,
                by,
                key,
                fee(map, decimals),
                new ToleranceYaml(decimals).amount(map),
                NearYaml.days(map),
                PassYaml.ambiguous(map));
    }

    /// The keys `schedule` and `per`.
    private static Optional<BatchFee> fee(YamlMap map, int decimals) {
        Optional<YamlValue> per = map.find("per");
        BatchFee.Per counted =
                per.map(at -> at.oneOf(BatchFee.Per.words())).orElse(BatchFee.Per.BATCH);
        if (!map.has("schedule")) {
            per.ifPresent(
                    at -> at.fault("a schedule beside it, of which it says what it counts on"));
            return Optional.empty();
        }
        return map.find("schedule")
                .flatMap(new FeeYaml(decimals)::schedule)
                .map(schedule -> new BatchFee(schedule, counted));
    }

    static void write(Pass.Batch batch, Consumer<String> lines) {
        lines.accept("    kind: batch");
        lines.accept("    of: " + batch.of().word());
        lines.accept("    by: " + YamlText.list(batch.by()));
        lines.accept("    key: " + YamlText.list(batch.key()));
        batch.fee()
                .ifPresent(fee -> {
                    lines.accept("    schedule: " + FeeYaml.write(List.of(fee.schedule())));
                    lines.accept("    per: " + fee.per().word());
                });
        lines.accept("    amount: " + ToleranceYaml.write(batch.amount()));
    }
}
