package dev.recon.server.fetch;

/// Which names are meant: `*` stands for any characters, `?` for one, all else for itself.
///
/// At most `name x pattern` steps, whatever either says.
record NamePattern(String pattern) {
    boolean fits(String name) {
        int at = 0;
        int star = -1;
        int tried = 0;
        int place = 0;
        while (place < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                tried = place;
            } else if (at < pattern.length() && isLike(pattern.charAt(at), name.charAt(place))) {
                at++;
                place++;
            } else if (star >= 0) {
                at = star + 1;
                place = ++tried;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private static boolean isLike(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }
}
