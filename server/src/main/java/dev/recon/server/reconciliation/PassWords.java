package dev.recon.server.reconciliation;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.server.reconciliation.ProposalView.PassView;
import java.util.List;
import java.util.stream.Collectors;

/// Says in a sentence what a pass does.
final class PassWords {
    private PassWords() {}

    static PassView of(Pass pass) {
        return switch (pass) {
            case Pass.Exact exact ->
                    view(exact, "exact", "The same " + words(exact.key()) + " on both sides");
            case Pass.Reference found ->
                    view(
                            found,
                            "reference",
                            "The "
                                    + found.find()
                                    + " of one side stands in the "
                                    + found.in()
                                    + " of the other"
                                    + and(found.key()));
            case Pass.Probable probable ->
                    new PassView(
                            probable.name(),
                            "probable",
                            "All at once, by how much "
                                    + words(probable.fields())
                                    + " speak for it. What is less sure is suggested.",
                            null);
            case Pass.Close close -> view(close, "close", close(close));
            case Pass.Sum sum -> new PassView(sum.name(), "sum", sum(sum), null);
            case Pass.Fee fee -> view(fee, "fee", fee(fee));
            case Pass.Fx fx -> view(fx, "fx", fx(fx));
            case Pass.Contra contra -> contra(contra);
            case Pass.Batch batch -> view(batch, "batch", batch(batch));
            case Pass.Group group -> new PassView(group.name(), "group", group(group), null);
        };
    }

    private static String sum(Pass.Sum sum) {
        String evidence = sum.evidence().isEmpty() ? "" : ", first of one " + words(sum.evidence());
        String otherwise =
                sum.ambiguous() == Ambiguity.SUGGEST
                        ? ". Several ways to the same sum are suggested."
                        : ". Several ways to the same sum are left open.";
        String several =
                sum.againstMax() == 1
                        ? ""
                        : ", or 2 to " + sum.againstMax() + " of each come to the same";
        return "One entry is the sum of 2 to "
                + sum.entriesMax()
                + " of the other side"
                + several
                + and(sum.key())
                + evidence
                + days(sum.days())
                + otherwise;
    }

    private static String fee(Pass.Fee fee) {
        String schedules =
                fee.schedules().stream()
                        .map(one -> one.words(2))
                        .collect(Collectors.joining(" or "));
        String kept =
                schedules.isEmpty()
                        ? "a fee that earlier matches show"
                        : schedules + " of the " + fee.gross().word() + " amount";
        return "The same " + words(fee.key()) + "; apart by " + kept + days(fee.days());
    }

    private static String fx(Pass.Fx fx) {
        String pairs = fx.pairs().stream().map(Object::toString).collect(Collectors.joining(", "));
        return "The same "
                + words(fx.key())
                + " in another currency"
                + (pairs.isEmpty() ? "" : " (" + pairs + ")")
                + "; by the rates "
                + ToleranceWords.of(fx.amount())
                + days(fx.days());
    }

    private static PassView contra(Pass.Contra contra) {
        boolean both = contra.sides().size() > 1;
        String side = both ? "one side" : "the " + contra.sides().getFirst().word();
        String amount = "; without their signs " + ToleranceWords.of(contra.amount());
        String days = days("the date of what is below zero", contra.days());
        if (contra.offset() == Offset.ALL) {
            String text = "All entries of " + side + " that cancel" + and(contra.key());
            return new PassView(contra.name(), "contra", text + amount + days + ".", null);
        }
        String similar = contra.similar().isEmpty() ? "" : "; similar " + words(contra.similar());
        String text = "Two entries of " + side + " that cancel" + and(contra.key());
        return view(contra, "contra", text + amount + days + similar);
    }

    private static String batch(Pass.Batch batch) {
        return "All entries of the "
                + batch.of().word()
                + " with the same "
                + words(batch.by())
                + " come together"
                + batch.fee().map(fee -> ", less " + fee.words(2) + ",").orElse("")
                + " to one of the other side"
                + and(batch.key())
                + "; "
                + ToleranceWords.of(batch.amount())
                + days(batch.days());
    }

    private static String group(Pass.Group group) {
        String otherwise =
                switch (group.unequal()) {
                    case LEAVE -> ". Else nothing.";
                    case SUGGEST -> ". Else the group is suggested.";
                    case ALLOCATE -> ". Else the oldest entries as far as the smaller sum reaches.";
                };
        String tied =
                group.search()
                        .map(search ->
                                "All entries whose "
                                        + search.find()
                                        + " stands in one "
                                        + search.in()
                                        + " of the other side"
                                        + and(group.key()))
                        .orElseGet(() -> "All entries of one " + words(group.key()));
        return tied
                + "; of their sums "
                + ToleranceWords.of(group.amount())
                + days(group.days())
                + otherwise;
    }

    private static PassView view(Pass pass, String kind, String text) {
        return new PassView(pass.name(), kind, text + choice(pass.ambiguous()), null);
    }

    private static String close(Pass.Close close) {
        String similar = close.similar().isEmpty() ? "" : "; similar " + words(close.similar());
        return "The same "
                + words(close.key())
                + "; "
                + ToleranceWords.of(close.amount())
                + close.seconds().map(PassWords::seconds).orElseGet(() -> days(close.days()))
                + similar;
    }

    private static String seconds(TimeWindow seconds) {
        return "; the right moment "
                + seconds.before()
                + " s before to "
                + seconds.after()
                + " s after";
    }

    private static String days(DayWindow days) {
        return days("the right date", days);
    }

    private static String days(String what, DayWindow days) {
        if (days.before() == DayWindow.UNBOUNDED && days.after() == DayWindow.UNBOUNDED) {
            return "";
        }
        String day = days.isInBusinessDays() ? " business day" : " day";
        String calendar = days.isInBusinessDays() ? " (" + days.calendar() + ")" : "";
        String many = "any number of" + day + "s" + calendar;
        String before = days.before() + day + (days.before() == 1 ? "" : "s") + calendar;
        return "; "
                + what
                + " "
                + (days.before() == DayWindow.UNBOUNDED ? many : before)
                + " before to "
                + (days.after() == DayWindow.UNBOUNDED ? many : String.valueOf(days.after()))
                + " after";
    }

    private static String choice(Ambiguity ambiguous) {
        return switch (ambiguous) {
            case BEST -> ". Of several, the nearest.";
            case SUGGEST -> ". Of several, the nearest is suggested.";
            case LEAVE -> ". Of several, none.";
        };
    }

    private static String and(List<String> key) {
        return key.isEmpty() ? "" : ", with the same " + words(key);
    }

    private static String words(List<String> fields) {
        if (fields.isEmpty()) {
            return "entries";
        }
        if (fields.size() == 1) {
            return fields.getFirst();
        }
        return String.join(", ", fields.subList(0, fields.size() - 1)) + " and " + fields.getLast();
    }
}
