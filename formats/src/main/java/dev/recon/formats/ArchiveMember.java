package dev.recon.formats;

import dev.recon.engine.read.InputProblem;
import dev.recon.formats.format.Delivery;
import java.util.List;

/// One line of an archive's list of contents.
///
/// @param name what it is called; a label, never a path to write to
/// @param isLink does it stand for another file?
/// @param isEncrypted is a password needed?
record ArchiveMember(String name, boolean isLink, boolean isEncrypted) {
    private static final int NAME_CHARACTERS_MAX = 255;

    /// Is it a file that a person put there? Folders and what Macs add are not.
    boolean isFile() {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !name.endsWith("/") && !name.startsWith("__MACOSX/") && !last.startsWith(".");
    }

    /// @throws InputProblem when it could do harm
    void requireHarmless(Delivery delivery) {
        if (isLink) {
            throw harm(delivery, "a link", "files only", "Pack the file that it stands for.");
        }
        if (isEncrypted) {
            throw harm(delivery, "a file with a password", "one without", "Unpack it first.");
        }
        boolean leadsOut =
                List.of(name.split("[/\\\\]", -1)).contains("..")
                        || name.startsWith("/")
                        || name.startsWith("\\")
                        || name.indexOf(':') == 1;
        if (leadsOut || name.isEmpty() || name.length() > NAME_CHARACTERS_MAX || isOdd()) {
            throw harm(
                    delivery,
                    leadsOut ? "a name that leads out of its folder" : "a name that is none",
                    "plain names",
                    "Pack the files again, each by its own name.");
        }
    }

    /// Control characters, and those that turn the direction of writing, hide what a name says.
    private boolean isOdd() {
        return name.codePoints()
                .anyMatch(each ->
                        Character.isISOControl(each)
                                || Character.getType(each) == Character.FORMAT
                                || each == Character.MAX_CODE_POINT);
    }

    private InputProblem harm(Delivery delivery, String found, String expected, String mend) {
        String shown = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "·");
        String place = shown.substring(0, Math.min(shown.length(), NAME_CHARACTERS_MAX));
        return delivery.problem(place, found + " in an archive", expected, mend);
    }
}
