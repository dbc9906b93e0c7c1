package dev.recon.engine.rules;

import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One step of the cascade, tried on what the earlier passes left over.
public sealed interface Pass {
    /// UTF-16 units of a name.
    int NAME_LENGTH_MAX = 60;

    /// What the pass is called in every result; unique within a rule set.
    String name();

    /// The fields that must be equal on both sides and present on both. Entries that share them
    /// form a block.
    List<String> key();

    /// What happens to entries that have more than one candidate.
    Ambiguity ambiguous();

    /// Entries whose key agrees belong together; amount and date may be part of the key.
    ///
    /// n entries of the left and m of the right with one key give min(n, m) matches, nearest dates
    /// first; what is left over of them is a duplicate.
    record Exact(String name, List<String> key, Ambiguity ambiguous) implements Pass {
        public Exact {
            key = List.copyOf(key);
        }
    }

    /// The reference of one side stands somewhere inside a text of the other, and the key agrees.
    ///
    /// @param find the field whose value is looked for
    /// @param in the text field of the other side
    /// @param lengthMin the shortest reference, in characters of its code form
    /// @param lengthMax the longest
    record Reference(
            String name,
            String find,
            String in,
            List<String> key,
            int lengthMin,
            int lengthMax,
            Ambiguity ambiguous)
            implements Pass {
        public Reference {
            key = List.copyOf(key);
        }

        public TextSearch search() {
            return new TextSearch(find, in, lengthMin, lengthMax);
        }
    }

    /// The key agrees, the amount is near and the date is near; the nearest pair goes first.
    ///
    /// @param seconds how far moments may be apart, where times of day tell entries apart; then
    ///   days do not bind, and of two pairs with one difference of amounts the nearer in time goes
    ///   first
    /// @param similar text fields that must be nearly the same where both sides have them
    /// @param precision the share of its matches that must be right, expected; where it is not,
    ///   they are suggested; 0 does not bind
    record Close(
            String name,
            List<String> key,
            Tolerance amount,
            DayWindow days,
            Optional<TimeWindow> seconds,
            List<String> similar,
            Ambiguity ambiguous,
            BigDecimal precision)
            implements Pass {
        public Close {
            key = List.copyOf(key);
            similar = List.copyOf(similar);
            if (seconds.isPresent() && !days.equals(DayWindow.ANY)) {
                throw new IllegalArgumentException("seconds count across days");
            }
        }

        /// A pass that counts in days.
        public Close(
                String name,
                List<String> key,
                Tolerance amount,
                DayWindow days,
                List<String> similar,
                Ambiguity ambiguous) {
            this(name, key, amount, days, Optional.empty(), similar, ambiguous, BigDecimal.ZERO);
        }

        /// The same pass, of which so large a share must be right.
        public Close with(BigDecimal share) {
            return new Close(name, key, amount, days, seconds, similar, ambiguous, share);
        }

        /// The name, the key and the choice of another pass, with limits to be near by.
        public static Close of(Pass pass, Tolerance amount, DayWindow days, List<String> similar) {
            return new Close(pass.name(), pass.key(), amount, days, similar, pass.ambiguous());
        }
    }

    /// The key agrees, and the net amount is what a schedule leaves of the gross one, to the unit.
    ///
    /// @param schedules tried in order; none to learn them from the matches of earlier passes
    /// @param gross the side with the gross amounts; does not bind what is learnt
    record Fee(
            String name,
            List<String> key,
            List<Schedule> schedules,
            Side gross,
            DayWindow days,
            Ambiguity ambiguous)
            implements Pass {
        public Fee {
            key = List.copyOf(key);
            schedules = List.copyOf(schedules);
        }
    }

    /// The key agrees, the currencies differ, and one amount is near what the other is worth in its
    /// currency, by the [Rates] of the rule set.
    ///
    /// @param pairs the pairs of currencies, from that of the converted side; none for any that has
    ///   a rate
    /// @param amount how far the amounts may be apart, in the currency into which one is converted
    record Fx(
            String name,
            List<String> key,
            List<CurrencyPair> pairs,
            Tolerance amount,
            DayWindow days,
            Ambiguity ambiguous)
            implements Pass {
        public Fx {
            key = List.copyOf(key);
            pairs = List.copyOf(pairs);
        }
    }

    /// All open entries of both sides whose key agrees belong together, when their sums do: one
    /// against several, or several against several.
    ///
    /// @param search what ties them together beside the key, if anything: references of one side
    ///   that stand in a text of the other, such as the invoices that one payment names
    /// @param amount how far the two sums may be apart
    /// @param days how far any right date may lie from any left one
    /// @param unequal what happens when the sums are further apart
    record Group(
            String name,
            List<String> key,
            Optional<TextSearch> search,
            Tolerance amount,
            DayWindow days,
            Unequal unequal)
            implements Pass {
        public Group {
            key = List.copyOf(key);
        }

        /// A group that its key alone ties together.
        public Group(
                String name, List<String> key, Tolerance amount, DayWindow days, Unequal unequal) {
            this(name, key, Optional.empty(), amount, days, unequal);
        }

        /// There is no choice: a key has one group.
        @Override
        public Ambiguity ambiguous() {
            return Ambiguity.LEAVE;
        }
    }

    /// All open entries of one side that share a field, such as a payout or a day, come together to
    /// one entry of the other side, which need not name it.
    ///
    /// @param of the side whose entries come in batches
    /// @param by the fields of that side that the entries of a batch share
    /// @param fee what is kept of a batch, if anything; an entry by itself is a batch, too, then
    /// @param amount how far what is left of a batch may be from the one entry
    /// @param days how far any right date may lie from any left one; the date of a batch is the
    ///   latest of its entries
    record Batch(
            String name,
            Side of,
            List<String> by,
            List<String> key,
            Optional<BatchFee> fee,
            Tolerance amount,
            DayWindow days,
            Ambiguity ambiguous)
            implements Pass {
        public Batch {
            by = List.copyOf(by);
            key = List.copyOf(key);
        }
    }

    /// Entries that probably belong together, by all their fields at once (Fellegi-Sunter): what
    /// each field weighs is learnt from the entries themselves.
    ///
    /// @param key fields that must be equal; often none
    /// @param fields the fields that are evidence
    /// @param blocks entries are compared only when they are equal in all fields of one of these;
    ///   empty when the engine shall choose
    /// @param precision the share of its matches that must be right, expected; the others are
    ///   suggested
    /// @param floor the least probable match that is still suggested
    record Probable(
            String name,
            List<String> key,
            List<String> fields,
            List<List<String>> blocks,
            BigDecimal precision,
            BigDecimal floor)
            implements Pass {
        public static final BigDecimal PRECISION = new BigDecimal("0.99");
        public static final BigDecimal FLOOR = new BigDecimal("0.3");

        public Probable {
            key = List.copyOf(key);
            fields = List.copyOf(fields);
            blocks = blocks.stream().map(List::copyOf).toList();
        }

        /// All pairs are decided together, so there is nothing to choose afterwards.
        @Override
        public Ambiguity ambiguous() {
            return Ambiguity.SUGGEST;
        }
    }

    /// One entry of one side is the sum of several of the other, which no key ties together: they
    /// share a block, a sign and a stretch of days, and come to it exactly.
    ///
    /// @param days how far the right dates may lie from the left ones
    /// @param evidence fields of which one at least is the same, for a first search among few
    /// @param entriesMax how many entries the several may be, 2 to [#ENTRIES_MAX]
    /// @param againstMax how many they may stand against: 1, or up to [#AGAINST_MAX], then it looks
    ///   for 2 to so many entries of each side, too
    record Sum(
            String name,
            List<String> key,
            DayWindow days,
            List<String> evidence,
            int entriesMax,
            int againstMax,
            Ambiguity ambiguous)
            implements Pass {
        /// The most entries of one side of a sum.
        public static final int ENTRIES_MAX = 8;

        /// The most entries of each side where several stand against several.
        public static final int AGAINST_MAX = 3;

        public Sum {
            key = List.copyOf(key);
            evidence = List.copyOf(evidence);
            if (entriesMax < 2 || entriesMax > ENTRIES_MAX || ambiguous == Ambiguity.BEST) {
                throw new IllegalArgumentException("a sum of 2 to 8 entries, or no best choice");
            }
            if (againstMax < 1 || againstMax > AGAINST_MAX) {
                throw new IllegalArgumentException("a sum against 1 to 3 entries");
            }
        }
    }

    /// Entries of one side that cancel: a posting and its reversal, a purchase and its refund, both
    /// ends of an own transfer. The key agrees, the signs differ, and the amounts without their
    /// signs are near.
    ///
    /// @param sides the sides that are looked at, each by itself
    /// @param offset two entries, or all open ones of a key; then there is no choice
    /// @param amount how far the amounts without signs may be apart: how much less or more is below
    ///   zero than above it
    /// @param days how far the date of what is below zero may lie from that of what is above it
    /// @param similar text fields that must be nearly the same where both entries have them
    record Contra(
            String name,
            List<String> key,
            List<Side> sides,
            Offset offset,
            Tolerance amount,
            DayWindow days,
            List<String> similar,
            Ambiguity ambiguous)
            implements Pass {
        public Contra {
            key = List.copyOf(key);
            sides = List.copyOf(sides);
            similar = List.copyOf(similar);
            if (sides.isEmpty() || (offset == Offset.ALL && !similar.isEmpty())) {
                throw new IllegalArgumentException("no side, or texts where the key alone decides");
            }
        }
    }
}
