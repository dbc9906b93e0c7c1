/// From the bytes of a file to a table, or to rejected lines that say why.
///
/// Two ways lead in. [Inspection] looks at a [Sample] of a file that nobody has described:
/// [Encodings], [DialectSniffer], [Header], then [Profiler] for a [ColumnProfile] of each column.
/// [CsvReader] reads a whole file by a [Layout], and [EntryReader] single lines of it again.
///
/// - *The row loop*: [StretchReader] goes through a [Stretch], [RecordScanner] splits records and
///   cells, one [FieldBuilder] a field takes them, and [TableBuilder] puts the stretches together;
///   [Builders] makes them from each [FieldSource].
/// - *Amounts*: [AmountParser], and the notations that it hands on ([FloatNotation],
///   [PlainDecimal], [PlainText]); [SplitBuilder] where several columns hold one; [SumBound]
///   against overflow.
/// - *Dates and times*: [DatePattern] with [Fixed] (its quick form) and the names and counts that
///   dates are written with; [DatePatterns] for unknown ones; [TimeOfDay].
/// - *Texts*: [NormalText] brings them into a [NormalForm], by [KeyForms] and what each form needs;
///   [TextBuilder] and [SharedTextBuilder] keep them; [TokenBuilder] takes references out of texts.
/// - *What is no entry*: [RejectedLines], [TotalFinder] and [TotalLines] (sums that a report
///   prints), [AbsentFinder] (words for no value), [Problem] and [InputProblem] (the file as a
///   whole).
@NullMarked
package dev.recon.engine.read;

import org.jspecify.annotations.NullMarked;
