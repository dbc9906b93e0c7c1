package dev.recon.engine.propose;

import static dev.recon.engine.propose.LedgerAndBank.Trait.AMBIGUOUS_DATES;
import static dev.recon.engine.propose.LedgerAndBank.Trait.CURRENCY_ON_THE_LEFT_ONLY;
import static dev.recon.engine.propose.LedgerAndBank.Trait.DEBIT_AND_CREDIT;
import static dev.recon.engine.propose.LedgerAndBank.Trait.DECIMAL_COMMA;
import static dev.recon.engine.propose.LedgerAndBank.Trait.NO_REFERENCE;
import static dev.recon.engine.propose.LedgerAndBank.Trait.OPPOSITE_SIGNS;
import static dev.recon.engine.propose.LedgerAndBank.Trait.REFERENCE_IN_TEXT;
import static dev.recon.engine.propose.LedgerAndBank.Trait.RENAMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.money.Currency;
import dev.recon.engine.propose.LedgerAndBank.Trait;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.RuleSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A ledger and a bank statement of the same entries are understood however they are written.
class ProposerTest {
    @ParameterizedTest
    @EnumSource(Trait.class)
    void eachWayOfWritingAloneIsUnderstood(Trait trait) {
        assertUnderstood(1, EnumSet.of(trait));
    }

    @Test
    void anyMixtureOfWaysIsUnderstood() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Set<Trait> traits = EnumSet.noneOf(Trait.class);
            for (Trait trait : Trait.values()) {
                if (random.nextInt(3) == 0) {
                    traits.add(trait);
                }
            }
            assertUnderstood(seed, traits);
        }
    }

    @Test
    void theSameFilesGiveTheSameProposal() {
        for (Trait trait : Trait.values()) {
            LedgerAndBank files = LedgerAndBank.of(3, EnumSet.of(trait, NO_REFERENCE));
            assertThat(files.propose(Map.of())).isEqualTo(files.propose(Map.of()));
        }
    }

    @Test
    void answersChangeTheRuleSet() {
        LedgerAndBank files = LedgerAndBank.of(5, EnumSet.of(OPPOSITE_SIGNS, AMBIGUOUS_DATES));
        Proposal asked = files.propose(Map.of());
        assertThat(asked.questions())
                .extracting(Question::id, Question::chosen)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("amount.sign", "opposite"),
                        org.assertj.core.groups.Tuple.tuple("right.Buchung.date", "dd/MM/yyyy"));
        Map<String, String> answers =
                Map.of("amount.sign", "same", "right.Buchung.date", "MM/dd/yyyy");
        Proposal answered = files.propose(answers);
        assertThat(answered.questions())
                .allSatisfy(asks -> assertThat(asks.chosen()).isEqualTo(answers.get(asks.id())));
        SequencedMap<String, FieldSource> fields = answered.rules().right().fields();
        assertThat(fields.get("amount")).isEqualTo(new FieldSource.Amount("Betrag", '.', false));
        assertThat(fields.get("date"))
                .isEqualTo(new FieldSource.Date("Buchung", DatePattern.of("MM/dd/yyyy")));
        assertThat(files.propose(Map.of("amount.sign", "nonsense", "unknown", "x")))
                .isEqualTo(asked);
    }

    private static void assertUnderstood(int seed, Set<Trait> traits) {
        Proposal proposal = LedgerAndBank.of(seed, traits).propose(Map.of());
        RuleSet rules = proposal.rules();
        String name = "seed " + seed + " " + traits;
        assertThat(rules.decimals()).as(name).isEqualTo(2);
        assertReferences(name, rules, traits);
        assertMoney(name, rules, traits);
        assertThat(rules.left().fields().get("date"))
                .as(name)
                .isEqualTo(new FieldSource.Date("date", DatePattern.of("yyyy-MM-dd")));
        assertThat(rules.right().fields().get("date"))
                .as(name)
                .isEqualTo(
                        new FieldSource.Date(
                                named("Buchung", "X2", traits), DatePattern.of("dd/MM/yyyy")));
        assertThat(rules.right().fields().get("party"))
                .as(name)
                .isEqualTo(new FieldSource.Text(named("Name", "X1", traits), NormalForm.WORDS));
        assertThat(proposal.questions().stream().map(Question::id))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(questions(traits));
        assertThat(rules.passes().stream().map(Pass::name).toList())
                .as(name)
                .isEqualTo(passes(traits));
    }

    private static void assertReferences(String name, RuleSet rules, Set<Trait> traits) {
        FieldSource left = rules.left().fields().get("reference");
        FieldSource right = rules.right().fields().get("reference");
        if (traits.contains(REFERENCE_IN_TEXT)) {
            assertThat(right).as(name).isNull();
            assertThat(rules.right().fields().get("text"))
                    .as(name)
                    .isEqualTo(
                            new FieldSource.Text(
                                    named("Verwendungszweck", "X6", traits), NormalForm.WORDS));
        } else if (traits.contains(NO_REFERENCE)) {
            assertThat(left).as(name).isNull();
            assertThat(right).as(name).isNull();
            return;
        } else {
            assertThat(right)
                    .as(name)
                    .isEqualTo(
                            new FieldSource.Text(named("Referenz", "X5", traits), NormalForm.CODE));
        }
        assertThat(left).as(name).isEqualTo(new FieldSource.Text("reference", NormalForm.CODE));
    }

    private static void assertMoney(String name, RuleSet rules, Set<Trait> traits) {
        boolean opposite = traits.contains(OPPOSITE_SIGNS);
        char mark = traits.contains(DECIMAL_COMMA) ? ',' : '.';
        FieldSource expected =
                traits.contains(DEBIT_AND_CREDIT)
                        ? FieldSource.SplitAmount.of(
                                named("Soll", "X3", traits),
                                named("Haben", "X7", traits),
                                mark,
                                opposite)
                        : new FieldSource.Amount(named("Betrag", "X3", traits), mark, opposite);
        assertThat(rules.left().fields().get("amount"))
                .as(name)
                .isEqualTo(new FieldSource.Amount("amount", '.', false));
        assertThat(rules.right().fields().get("amount")).as(name).isEqualTo(expected);
        assertThat(rules.left().fields().get("currency"))
                .as(name)
                .isEqualTo(new FieldSource.CurrencyColumn("currency"));
        assertThat(rules.right().fields().get("currency"))
                .as(name)
                .isEqualTo(
                        traits.contains(CURRENCY_ON_THE_LEFT_ONLY)
                                ? new FieldSource.CurrencyConstant(Currency.of("EUR"))
                                : new FieldSource.CurrencyColumn(named("Waehrung", "X4", traits)));
    }

    private static List<String> questions(Set<Trait> traits) {
        List<String> questions = new java.util.ArrayList<>();
        if (traits.contains(OPPOSITE_SIGNS)) {
            questions.add("amount.sign");
        }
        if (traits.contains(AMBIGUOUS_DATES)) {
            questions.add("right." + named("Buchung", "X2", traits) + ".date");
        }
        return questions;
    }

    private static List<String> passes(Set<Trait> traits) {
        if (traits.contains(REFERENCE_IN_TEXT)) {
            return List.of(
                    "reference-in-text", "reference-in-text-other-amount", "amount-near-date");
        }
        return traits.contains(NO_REFERENCE)
                ? List.of("party-and-amount-near-date", "amount-near-date")
                : List.of("reference-and-amount", "reference-other-amount", "amount-near-date");
    }

    private static String named(String name, String renamed, Set<Trait> traits) {
        return traits.contains(RENAMED) ? renamed : name;
    }
}
