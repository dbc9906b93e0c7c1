package dev.recon.engine.rules;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What is kept of a batch before the one entry of the other side: the commission of a card company
/// on the takings of a day.
///
/// @param per whether it is counted once, on what the batch comes to, or on each of its entries
public record BatchFee(Schedule schedule, Per per) {
    /// What a fee is counted on.
    public enum Per {
        BATCH("batch"),
        ENTRY("entry");

        private final String word;

        Per(String word) {
            this.word = word;
        }

        /// The word used in rule sets.
        public String word() {
            return word;
        }

        static SequencedMap<String, Per> words() {
            SequencedMap<String, Per> words = new LinkedHashMap<>();
            for (Per per : values()) {
                words.put(per.word, per);
            }
            return words;
        }
    }

    /// `the fee of 1.5 %`, or `the fee of 2.9 % + 0.30 for each`, in a currency of `decimals`.
    public String words(int decimals) {
        String fee = "the fee of " + schedule.words(decimals);
        return per == Per.ENTRY ? fee + " for each" : fee;
    }
}
