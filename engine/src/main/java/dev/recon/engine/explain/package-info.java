/// Why entries are matched, and why they are not.
///
/// Read [Explainer] first. A [Scope] says what is looked at, [EntryFields] is one entry in words,
/// and an explanation is a [MatchExplanation] or an [EntryExplanation].
///
/// - *Evidence*: [FieldEvidence] compares two entries field by field, [Learnt] says what each field
///   weighs, [Odds] how likely each candidate is, [NextInTime] who would have come next.
/// - *Candidates*: [NearestScan] finds the nearest of the other side, by [FirstLook], [TextScan]
///   and [TokenScan]; [OwnSide] looks at the side itself, [SumSearch] and [OtherSums] for several;
///   [Taken] and [Holder] say who has a candidate.
/// - *Conditions*: [PassConditions] asks what a pass asks, a [Condition] each, by kinds of them,
///   and [Verdicts] adds what is not of the two alone; the first that fails has a [Distance] and a
///   [Mend].
/// - *The smallest change*: [RuleChanges] makes a [RuleChange] of such mends, and [Reach] counts
///   what else it would match.
@NullMarked
package dev.recon.engine.explain;

import org.jspecify.annotations.NullMarked;
