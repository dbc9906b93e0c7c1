package dev.recon.engine.report;

import dev.recon.engine.fee.FittedSchedule;
import java.util.List;

/// The part `schedules` of `summary.json`: the fees that explain differences inside matches.
final class SchedulesJson {
    private SchedulesJson() {}

    static void write(Json json, List<FittedSchedule> schedules) {
        json.list("schedules", schedules, one -> json.item(at -> write(at, one)));
    }

    private static void write(Json at, FittedSchedule one) {
        at.text("schedule", one.words());
        at.text("kind", one.kind().word());
        at.text("percent", one.schedule().percent().toPlainString());
        at.text("fixed", one.schedule().fixed().toPlainString());
        at.text("rounding", one.schedule().rounding().word());
        at.text("gross", one.gross().word());
        at.text("field", one.field());
        at.text("value", one.value());
        at.number("fits", one.fits());
        at.number("of", one.of());
        at.money("total", one.total());
    }
}
