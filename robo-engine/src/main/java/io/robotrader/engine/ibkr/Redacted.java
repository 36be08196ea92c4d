package io.robotrader.engine.ibkr;

import java.util.regex.Pattern;

/** Account numbers as logs and texts may show them. */
final class Redacted {

    private static final int SHOWN = 2;
    private static final Pattern ACCOUNT = Pattern.compile("\\b[A-Z]{1,3}\\d{4,}(\\d{2})\\b");

    private Redacted() {}

    /** The last two characters only: enough to tell two accounts apart. */
    static String account(String account) {
        return account.isEmpty() ? "" : "***" + account.substring(Math.max(account.length() - SHOWN, 0));
    }

    /** A text in which whatever looks like an account number shows its last two digits only. */
    static String text(String text) {
        return ACCOUNT.matcher(text).replaceAll("***$1");
    }
}
