package dev.recon.engine.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// One hash over many items in their order: the tree of RFC 6962, section 2.1. Leaves and inner
/// nodes are hashed with different first bytes, so that no item passes for a part of the tree.
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /// The root over items; the hash of nothing when there are none.
    public static byte[] root(List<byte[]> items) {
        if (items.isEmpty()) {
            return Sha256.digest().digest();
        }
        List<byte[]> level = new ArrayList<>(items.size());
        for (byte[] item : items) {
            MessageDigest digest = Sha256.digest();
            digest.update(LEAF);
            level.add(digest.digest(item));
        }
        // An odd last node goes up as it is: the same tree as splitting at powers of two.
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
            for (int at = 0; at + 1 < level.size(); at += 2) {
                above.add(node(level.get(at), level.get(at + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.getLast());
            }
            level = above;
        }
        return level.getFirst();
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
