package dev.recon.formats.nacha;

/// The transaction code of an entry: account, direction and purpose.
///
/// @param number 20 to 88
record TransactionCode(int number) {
    /// Is it one that Nacha lists?
    boolean isListed() {
        int account = number / 10;
        int purpose = number % 10;
        return switch (account) {
            case 2, 3, 4 -> purpose > 0 && purpose != 5;
            case 5 -> purpose > 0 && purpose <= 6;
            case 8 -> purpose > 0 && purpose <= 8;
            default -> false;
        };
    }

    /// Does the account named in the entry get the money? Of accounting entries (80 to 88) the odd
    /// ones are credits.
    boolean isCredit() {
        int purpose = number % 10;
        return number / 10 == 8 ? purpose % 2 == 1 : purpose < 5;
    }

    /// Is it a return of an earlier entry, or a notification of change?
    boolean isReturn() {
        int purpose = number % 10;
        return number / 10 != 8 && (purpose == 1 || purpose == 6);
    }
}
