package dev.recon.engine.explain;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/// What each kind of pass asks of two entries, in the order in which it asks.
final class PassConditions {
    private static final String UNEQUAL_SUMS = "the sums of all entries with this key do not agree";

    private static final String UNEQUAL_BATCH = "the amount is not what comes together";

    private static final String IMPROBABLE =
            "together they speak too little for this pair, or more for another one";
    private static final String OF_ONE_SIDE =
            "it matches entries of one side with each other, never one of each side";
    private static final String NO_SUM = "no sum with it was sure enough";

    private PassConditions() {}

    /// All conditions of a pass for one pair; the pass matches them when all hold and neither has a
    /// nearer partner.
    static List<Condition> of(Pass pass, EntryPair pair) {
        return switch (pass) {
            case Pass.Exact exact -> keys(exact.key(), pair);
            case Pass.Reference reference -> {
                List<Condition> all = new ArrayList<>();
                all.add(ReferenceCondition.of(reference.search(), pair));
                all.addAll(keys(reference.key(), pair));
                yield all;
            }
            case Pass.Close close -> {
                List<Condition> all = new ArrayList<>(keys(close.key(), pair));
                all.add(NearConditions.amount(close.amount(), pair));
                all.add(
                        close.seconds()
                                .map(seconds -> TimeConditions.of(seconds, pair))
                                .orElseGet(() -> NearConditions.days(close.days(), pair)));
                close.similar().forEach(field -> all.add(SimilarCondition.of(field, pair)));
                yield all;
            }
            case Pass.Probable probable -> {
                List<Condition> all = new ArrayList<>(keys(probable.key(), pair));
                String fields = String.join(", ", probable.fields());
                all.add(Condition.fails(fields, IMPROBABLE, new Mend.None()));
                yield all;
            }
            case Pass.Sum sum -> {
                List<Condition> all = new ArrayList<>(keys(sum.key(), pair));
                all.add(NearConditions.days(sum.days(), pair));
                all.add(Condition.fails(Table.AMOUNT, NO_SUM, new Mend.None()));
                yield all;
            }
            case Pass.Batch batch -> batch(batch, pair);
            case Pass.Fee fee -> fee(fee, pair);
            case Pass.Fx fx -> FxConditions.of(fx, pair);
            case Pass.Contra _ ->
                    List.of(Condition.fails(Table.AMOUNT, OF_ONE_SIDE, new Mend.None()));
            case Pass.Group group -> group(group, pair);
        };
    }

    private static List<Condition> group(Pass.Group group, EntryPair pair) {
        List<Condition> all = new ArrayList<>();
        group.search().map(search -> ReferenceCondition.of(search, pair)).ifPresent(all::add);
        all.addAll(keys(group.key(), pair));
        all.add(NearConditions.days(group.days(), pair));
        all.add(Condition.fails(Table.AMOUNT, UNEQUAL_SUMS, new Mend.None()));
        return all;
    }

    private static List<Condition> batch(Pass.Batch batch, EntryPair pair) {
        List<Condition> all = new ArrayList<>(keys(batch.key(), pair));
        all.add(NearConditions.days(batch.days(), pair));
        int decimals = pair.left().table().decimals();
        String unequal =
                batch.fee()
                                .map(fee ->
                                        "the amount is not what " + fee.words(decimals) + " leaves")
                                .orElse(UNEQUAL_BATCH)
                        + " of all entries of one "
                        + String.join(", ", batch.by());
        all.add(Condition.fails(Table.AMOUNT, unequal, new Mend.None()));
        return all;
    }

    private static List<Condition> fee(Pass.Fee fee, EntryPair pair) {
        List<Condition> all = new ArrayList<>(keys(fee.key(), pair));
        all.add(NearConditions.days(fee.days(), pair));
        all.add(FeeCondition.of(fee, pair));
        return all;
    }

    /// The fields that must be equal. The currency belongs to every key, stated or not; where it is
    /// not stated, it is worth a word only when it differs.
    static List<Condition> keys(List<String> key, EntryPair pair) {
        List<Condition> all = new ArrayList<>();
        key.forEach(field -> all.add(KeyCondition.of(field, pair)));
        Condition currency = KeyCondition.of(Table.CURRENCY, pair);
        if (!key.contains(Table.CURRENCY) && !currency.holds()) {
            all.add(currency);
        }
        return all;
    }
}
