package dev.recon.bench.brought;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What is due again and again, under a number that the payer cites each time: rent, loans,
/// tuition, premiums, subscriptions, leases. Some payments come late, some never.
final class Dues {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String GERMAN = "dd.MM.yyyy";

    private Dues() {}

    /// A year of rent; the bank's text cites the contract, and the month now and then.
    static void rent(Drop drop) {
        drop.left.head(";", "Vertrag", "Mieter", "Objekt", "Fällig am", "Sollmiete");
        drop.right.head(";", "Buchungstag", "Valuta", "Auftraggeber", "Verwendungszweck", "Betrag");
        for (int n = 0; n < 35; n++) {
            String contract = "MV-" + (20_117 + n * 13);
            String person = drop.person();
            long cents = 100L * drop.dice.one(List.of(650, 720, 720, 850, 990, 1_150));
            for (int month = 0; month < 9; month++) {
                LocalDate due = FIRST.plusMonths(month);
                int fact = drop.fact();
                String flat = "Haus " + n % 5 + " Whg " + n;
                drop.left
                        .on(due)
                        .entry(fact, contract, person, flat, german(due), Drop.comma(cents));
                if (!drop.dice.once(20)) {
                    String named = Drop.date(due, "MMMM yyyy", Locale.GERMAN);
                    String text = drop.dice.once(3) ? "Miete " + named + " " : "MIETE ";
                    LocalDate paid = late(drop, due);
                    String value = german(paid.plusDays(drop.dice.below(2)));
                    drop.right
                            .on(paid)
                            .entry(
                                    fact,
                                    german(paid),
                                    value,
                                    person.toUpperCase(Locale.ROOT),
                                    drop.dice.once(15) ? text : text + contract,
                                    Drop.comma(cents));
                }
            }
        }
        strange(drop, 30);
        drop.left.sort();
        drop.right.sort();
    }

    /// What bank lines say that no due knows: the December before, a deposit, somebody else's
    /// bills.
    private static void strange(Drop drop, int count) {
        for (int n = 0; n < count; n++) {
            LocalDate day = FIRST.plusDays(drop.dice.below(270));
            String amount = Drop.comma(-drop.dice.between(1_000, 90_000));
            String text = "Rechnung " + drop.digits(6);
            drop.right.on(day).entry(0, german(day), german(day), drop.firm(), text, amount);
        }
    }

    /// Mostly around the due date, now and then weeks behind it.
    private static LocalDate late(Drop drop, LocalDate due) {
        int days = drop.dice.once(15) ? drop.dice.between(8, 20) : drop.dice.between(-2, 4);
        return due.plusDays(days);
    }

    private static String german(LocalDate day) {
        return Drop.date(day, GERMAN);
    }

    /// Instalments of loans, each number of a loan in the bank's narrative.
    static void loans(Drop drop) {
        drop.left.head(
                ",",
                "loan_no",
                "borrower",
                "instalment",
                "due_date",
                "principal",
                "interest",
                "total_due");
        drop.right.head(",", "Date", "Narrative", "Debit", "Credit", "Balance");
        for (int n = 0; n < 30; n++) {
            int loan = 4_400_120 + n * 37;
            String person = drop.person();
            long total = drop.dice.between(15_000, 90_000);
            long principal = total / 2;
            LocalDate first = FIRST.withDayOfMonth(drop.dice.between(1, 28));
            for (int month = 0; month < 12; month++) {
                LocalDate due = first.plusMonths(month);
                principal += 150;
                int fact = drop.fact();
                String interest = Drop.point(total - principal);
                String repaid = Drop.point(principal);
                String all = Drop.point(total);
                drop.left.entry(fact, loan, person, month + 7, due, repaid, interest, all);
                if (!drop.dice.once(25)) {
                    LocalDate paid = due.plusDays(drop.dice.between(0, 3));
                    String from = drop.dice.once(2) ? "LOAN REPAYMENT" : "STANDING ORDER " + person;
                    String date = Drop.date(paid, "dd/MM/yyyy");
                    String credit = Drop.grouped(total);
                    String balance = Drop.grouped(drop.dice.between(90_000, 9_000_000));
                    drop.right.on(paid).entry(fact, date, from + " " + loan, "", credit, balance);
                }
            }
        }
        drop.right.sort();
    }

    /// Tuition of a school; parents name the student and the month.
    static void tuition(Drop drop) {
        drop.left.head(",", "Student ID", "Student", "Class", "Period", "Due", "Fee");
        drop.right.head(",", "Value date", "Payer", "Reference", "Amount", "Currency");
        for (int n = 0; n < 40; n++) {
            String student = "S" + (26_001 + n);
            String person = drop.person();
            String fee = Drop.point(n % 3 == 0 ? 42_000 : 38_500);
            for (int month = 0; month < 10; month++) {
                LocalDate due = FIRST.plusMonths(month).withDayOfMonth(5);
                int fact = drop.fact();
                String period = Drop.date(due, "yyyy-MM");
                drop.left.entry(fact, student, person, 1 + n % 8, period, due, fee);
                if (!drop.dice.once(18)) {
                    String month3 = Drop.date(due, "MMM");
                    String text =
                            drop.dice.once(2)
                                    ? "School fee " + month3 + " " + student
                                    : student + " " + person + " tuition";
                    LocalDate paid = due.plusDays(drop.dice.between(-5, 6));
                    String family = person.substring(person.indexOf(' ') + 1);
                    drop.right.on(paid).entry(fact, paid, "Fam. " + family, text, fee, "EUR");
                }
            }
        }
        drop.right.sort();
    }

    /// Premiums of policies, collected by direct debit; some come back and are collected anew.
    static void premiums(Drop drop) {
        drop.left.head("\t", "POLICE", "VN", "FAELLIGKEIT", "ZAHLWEISE", "PRAEMIE");
        drop.right.head("\t", "Datum", "Text", "Betrag");
        for (int n = 0; n < 60; n++) {
            String policy = Drop.date(FIRST, "yy") + "." + drop.digits(7) + "-" + n % 10;
            long cents = drop.dice.between(9, 60) * 250L;
            int step = n % 3 == 0 ? 3 : 1;
            String person = drop.person();
            for (int month = 0; month < 12; month += step) {
                LocalDate due = FIRST.plusMonths(month);
                int fact = drop.fact();
                String way = step == 1 ? "monatlich" : "vierteljährlich";
                String amount = Drop.point(cents);
                drop.left.on(due).entry(fact, policy, person, german(due), way, amount);
                if (!drop.dice.once(30)) {
                    LocalDate day = due.plusDays(drop.dice.between(1, 5));
                    String text = "SEPA-BASISLASTSCHRIFT PRAEMIE " + policy + " " + person;
                    drop.right.on(day).entry(fact, german(day), text, amount);
                }
            }
        }
        drop.left.sort();
        drop.right.sort();
    }

    /// Subscriptions that renew each month, and what a payment provider charged.
    static void subscriptions(Drop drop) {
        drop.left.head(",", "subscription", "customer_email", "plan", "period_start", "amount");
        drop.right.head(",", "id", "Created (UTC)", "Amount", "Currency", "Description", "Status");
        for (int n = 0; n < 45; n++) {
            String subscription = "sub_" + Integer.toString(drop.digits(8), 36) + n;
            String mail = drop.person().toLowerCase(Locale.ROOT).replace(' ', '.') + n + "@mail.io";
            long cents = drop.dice.one(List.of(999, 1_999, 4_900));
            int day = drop.dice.between(1, 28);
            for (int month = 0; month < 8; month++) {
                LocalDate start = FIRST.plusMonths(month).withDayOfMonth(day);
                int fact = drop.fact();
                String plan = cents < 1_000 ? "Basic" : cents < 2_000 ? "Plus" : "Team";
                drop.left.on(start).entry(fact, subscription, mail, plan, start, Drop.point(cents));
                if (!drop.dice.once(20)) {
                    int days = drop.dice.once(8) ? drop.dice.between(1, 7) : 0;
                    String time = start.plusDays(days) + " 0" + drop.dice.below(10) + ":13";
                    String text = "Subscription update " + subscription;
                    drop.right
                            .on(start.plusDays(days))
                            .entry(
                                    fact,
                                    "ch_" + Integer.toString(drop.digits(9), 36),
                                    time,
                                    Drop.point(cents),
                                    "eur",
                                    text,
                                    "Paid");
                }
            }
        }
        drop.left.sort();
        drop.right.sort();
    }

    /// Leases of cars: both sides have a column with the contract, and their own days.
    static void leases(Drop drop) {
        drop.left.head(";", "Leasingvertrag", "Kennzeichen", "Monat", "Rate netto", "Fälligkeit");
        drop.right.head(";", "Belegdatum", "Vertragsnummer", "Kostenstelle", "Betrag");
        for (int n = 0; n < 30; n++) {
            int contract = 880_012 + n * 7;
            String amount = Drop.comma(drop.dice.between(18, 60) * 1_000L);
            String plate = "B-XY " + drop.digits(4);
            for (int month = 0; month < 12; month++) {
                LocalDate due = FIRST.plusMonths(month).withDayOfMonth(15);
                int fact = drop.fact();
                String named = Drop.date(due, "MM/yyyy");
                drop.left.entry(fact, contract, plate, named, amount, german(due));
                if (!drop.dice.once(20)) {
                    LocalDate booked = due.plusDays(drop.dice.between(-3, 6));
                    drop.right
                            .on(booked)
                            .entry(fact, german(booked), contract, 4_000 + n % 6, amount);
                }
            }
        }
        drop.right.sort();
    }
}
