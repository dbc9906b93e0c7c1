/// The cascade: one file a pass, each working on what the earlier ones left.
///
/// Read [Cascade] first, then [ExactMatcher]: the others are built alike. A [Stage] is one pass at
/// work; it takes rows through [Pairs] and [Groups], which become the [Matching].
///
/// - *Passes*: [ExactMatcher], [ReferenceMatcher], [CloseMatcher], [FeeMatcher], [FxMatcher],
///   [GroupMatcher], [BatchMatcher], [SumMatcher], [SeveralMatcher], [ContraMatcher],
///   [ProbableMatcher]; [Decisions] of people come before all of them.
/// - *Equal keys*: [RowKeys] and [ReferenceKeys] give hashes, [Join] brings equal ones together by
///   way of [Partitions], [Radix] and [KeyTable], and [KeyEquality] compares what stands behind
///   them.
/// - *Near amounts and days*: a [Block] is what shares a key; alike entries of it are one of its
///   [Cells], which lie on a [Grid] of amounts by days. [Candidates] and [Fit] say what may be
///   paired, [Pairing] chooses: by [Greedy] from a list, or by [NearestChain] where a list would be
///   too long. [InOrder] and [Timed] are for times of day.
/// - *Sums*: [SubsetSums] and [SideSubsets] find them, [SumBlock] and [SeveralBlock] go through a
///   block, [SeveralChance] and [Evidence] count what would be found by accident.
/// - *Ties*: [Content] and [LineContent] order what the passes cannot tell apart, so that the order
///   of lines and the number of threads decide nothing.
@NullMarked
package dev.recon.engine.match;

import org.jspecify.annotations.NullMarked;
