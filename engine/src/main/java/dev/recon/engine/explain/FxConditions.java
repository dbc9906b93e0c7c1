package dev.recon.engine.explain;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rate.Quotes;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a pass across currencies asks of two entries: the key, the rate of the day, and the amounts
/// as that makes them.
final class FxConditions {
    private FxConditions() {}

    static List<Condition> of(Pass.Fx pass, EntryPair pair) {
        List<Condition> all = new ArrayList<>();
        pass.key().forEach(field -> all.add(KeyCondition.of(field, pair)));
        Optional<EntryPair> counted = pair.isMixed() ? pair.findCounted() : Optional.empty();
        if (counted.isPresent() && isAsked(pass, pair)) {
            all.add(Condition.holds(Table.CURRENCY, pair.rateWords()));
            all.add(NearConditions.amount(pass.amount(), counted.get()));
        } else {
            all.add(Condition.fails(Table.CURRENCY, whyNot(pass, pair), new Mend.None()));
        }
        all.add(NearConditions.days(pass.days(), pair));
        return all;
    }

    private static boolean isAsked(Pass.Fx pass, EntryPair pair) {
        return pass.pairs().isEmpty() || pass.pairs().contains(pair.currencies());
    }

    private static String whyNot(Pass.Fx pass, EntryPair pair) {
        Currency currency = pair.left().money().currency();
        if (!pair.isMixed()) {
            return "both are in " + currency + ", and the pass matches two currencies";
        }
        CurrencyPair pairOfTwo = pair.currencies();
        if (!isAsked(pass, pair)) {
            return pairOfTwo + " is none of its pairs";
        }
        return pair.quotes()
                .map(quotes -> missing(quotes, pair))
                .orElse("there is no rate of " + pairOfTwo);
    }

    private static String missing(Quotes quotes, EntryPair pair) {
        int day = pair.converted().day();
        return quotes.holdsOn(day)
                ? "what " + pair.converted().money() + " are worth is larger than amounts may be"
                : quotes.missing(day);
    }
}
