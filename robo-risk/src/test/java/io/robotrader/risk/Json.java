package io.robotrader.risk;

import java.util.regex.Pattern;

/** A strict look at JSON: takes values away from the inside out until one is left. */
final class Json {

    private static final Pattern TEXT =
            Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-f]{4}))*+\"");
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:E-?[0-9]+)?|true|false|null");
    private static final Pattern GROUP = Pattern.compile("\\{(?:T:[TV](?:,T:[TV])*)?}|\\[(?:[TV](?:,[TV])*)?]");

    private Json() {}

    static void check(String json) {
        String left = NUMBER.matcher(TEXT.matcher(json).replaceAll("T")).replaceAll("V");
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = GROUP.matcher(left).replaceAll("V");
        }
        if (!left.equals("V")) {
            throw new AssertionError("no JSON: " + json);
        }
    }
}
