/// What the engine would do with two files that nobody has described.
///
/// Read [Proposer] first, then [Ties]: what ties entries together decides what all the rest is
/// judged by. Everything works on a [SampleSide] a side and fills one [Draft]; whoever judges
/// columns does so by [RowPairs], entries that belong together by the first evidence.
///
/// - *Keys*: [KeyFinder] with [KeyEvidence] and [PlainKey] (is it borne out?), [CompositeKeys] (of
///   several columns), [PartedCodes] (that marks tell apart), [CodesBehind] and [CodePrefix]
///   (behind letters or marks), [MaskedCodes], [JoinedText] (two columns against one), [SameLines]
///   (that repeat on both sides), [CitedValues] and [CitedReferences] (in texts), [NamedKey] with
///   [NamedColumns] and [NamedRoles] (by names of columns alone).
/// - *Several entries for one*: [GroupFinder] and [KeyGroups] (sums of a key, also of its weeks and
///   months: [Period]), [NamedGroupFinder] (named in texts), [BatchFinder] with [BatchBy] and
///   [TakingsFinder] (less a fee: [KeptFinder]), [LinesFinder] and [LineKinds] (lines of an order),
///   [SumFinder] (no key at all), [DuesFinder] and what is called after it (the same again and
///   again).
/// - *Amounts*: [AmountFinder] with [AmountColumns] and [SplitColumns] (which column), [SignFinder]
///   and [OppositeSigns] (which sign), [DecimalMarks] (which mark), [ScaleFinder] and [AmountShape]
///   (which unit), [TogetherFinder] (of several columns), [EmptyAmounts] (nothing is zero),
///   [CurrencyFinder].
/// - *Days and times*: [DateFinder] with [Dated], [PairedDays] and [LagWindow], [TimeFinder] with
///   [Timed] and [TimeLags] (that tell entries apart), [SameTimes] (that must be the same),
///   [OwnDates] for second dates.
/// - *All other fields*: [OwnFields] with [PossibleForms] and [Notation] (which form; [CellForm]:
///   [CutText], [Measured], [Recounted], [Durations]), [CodeTables], [PrefixedCodes],
///   [SearchedTexts], [OnlyAlike]; [UnreadColumns] are what is left.
/// - *Passes*: [PassPlan] puts them in their order, and asks the other plans for those that only
///   some files need: [NearPlan] with [NearByChance], [NamePlan], [AlikePlan], [ContraPlan],
///   [FeePlan], [SumPlan], [LikelyPlan]. [ComparePlan] says what must agree inside a match.
@NullMarked
package dev.recon.engine.propose;

import org.jspecify.annotations.NullMarked;
