package dev.recon.formats.tree;

import java.io.IOException;

/// A document that can be walked from the beginning, as often as needed.
interface Tree {
    void walk(Walker walker) throws IOException;

    /// Sees the nodes of a document in their order.
    interface Walker {
        /// A node begins; `isElement` says that it is one of a list, whether or not there are more.
        void enter(String name, boolean isElement) throws IOException;

        /// The value of the node that began last.
        void value(String text) throws IOException;

        /// The node that began last ends.
        void leave() throws IOException;
    }
}
