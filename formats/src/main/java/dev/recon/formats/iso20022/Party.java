package dev.recon.formats.iso20022;

import dev.recon.formats.markup.XmlNode;
import java.util.List;

/// Who paid or was paid: names and accounts stand in other places in each version.
record Party(String name, String account) {
    /// A party of a message.
    ///
    /// @param parties the element that holds debtor and creditor
    /// @param role `Dbtr` or `Cdtr`
    static Party of(XmlNode parties, String role) {
        String ultimate = "Ultmt" + role;
        String name =
                parties.first(
                        role + "/Nm",
                        role + "/Pty/Nm",
                        role + "/Agt/FinInstnId/Nm",
                        role + "/FinInstnId/Nm",
                        role + "/FinInstnId/CmbndId/Nm",
                        ultimate + "/Nm",
                        ultimate + "/Pty/Nm",
                        role + "/Agt/FinInstnId/BICFI",
                        role + "/FinInstnId/BICFI",
                        role + "/FinInstnId/BIC");
        return new Party(name, account(parties, role + "Acct"));
    }

    /// The account in an element of this name: its IBAN, or what stands for one.
    static String account(XmlNode holder, String element) {
        return holder.first(
                        element + "/Id/IBAN",
                        element + "/Id/Othr/Id",
                        element + "/Id/BBAN",
                        element + "/Id/UPIC",
                        element + "/Id/PrtryAcct/Id",
                        element + "/Prxy/Id")
                .replace(" ", "");
    }

    /// The words of a list of texts, each once, in their order.
    static String joined(List<String> texts) {
        return String.join(" ", texts.stream().distinct().toList());
    }
}
