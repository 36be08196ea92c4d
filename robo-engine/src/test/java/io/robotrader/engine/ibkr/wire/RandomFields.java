package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Answers every field with something random, so that the layout of a message makes a random message. */
final class RandomFields implements Fields {

    private static final String LETTERS = "ABCdef 0123456789.;=,/:-?äß€漢";

    private final int serverVersion;
    private final Random random;

    RandomFields(int serverVersion, long seed) {
        this.serverVersion = serverVersion;
        this.random = new Random(seed);
    }

    @Override
    public int serverVersion() {
        return serverVersion;
    }

    @Override
    public void constant(String name, int value) {
        // Says nothing.
    }

    @Override
    public boolean more(boolean here) {
        return random.nextBoolean();
    }

    @Override
    public int integer(String name, int value) {
        if (name.equals("tickByTickType")) {
            return 1 + random.nextInt(4);
        }
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt();
            case 2 -> Integer.MIN_VALUE;
            default -> random.nextInt(1000);
        };
    }

    @Override
    public int integerOrUnset(String name, int value, Unset spelling) {
        return random.nextBoolean() ? Unset.INTEGER : integer(name, value);
    }

    @Override
    public long whole(String name, long value) {
        return random.nextBoolean() ? random.nextLong() : random.nextInt(100);
    }

    @Override
    public boolean flag(String name, boolean value) {
        return random.nextBoolean();
    }

    @Override
    public double real(String name, double value) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(100_000) / 100.0;
            case 1 -> -random.nextInt(100);
            case 2 -> Unset.REAL;
            case 3 -> -0.0;
            case 4 -> random.nextGaussian();
            default -> finite();
        };
    }

    private double finite() {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 1;
    }

    @Override
    public double size(String name, double value) {
        return real(name, value);
    }

    @Override
    public BigDecimal decimal(String name, BigDecimal value) {
        return switch (random.nextInt(3)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
            case 1 -> BigDecimal.valueOf(-random.nextInt(1_000), random.nextInt(12));
            default -> new BigDecimal(new java.math.BigInteger(90, random), random.nextInt(30));
        };
    }

    @Override
    public @Nullable BigDecimal decimalOrUnset(String name, @Nullable BigDecimal value, Unset spelling) {
        return random.nextBoolean() ? null : decimal(name, BigDecimal.ONE);
    }

    @Override
    public BigDecimal quantity(String name, BigDecimal value) {
        return decimal(name, value);
    }

    @Override
    public @Nullable BigDecimal quantityOrUnset(String name, @Nullable BigDecimal value) {
        return decimalOrUnset(name, value, Unset.EMPTY);
    }

    @Override
    public String text(String name, String value) {
        if (name.startsWith("condition") && name.endsWith(".type")) {
            return Integer.toString(new int[] {1, 3, 4, 5, 6, 7}[random.nextInt(6)]);
        }
        String[] known = {"", "BAG", "PEG BENCH", "PEG BEST", "PEG MID", "IBKRATS", "Infinity", "1", "0", "0.5", "None"
        };
        int pick = random.nextInt(2 * known.length);
        if (pick < known.length) {
            return known[pick];
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    @Override
    public String escaped(String name, String value) {
        return text(name, value);
    }

    @Override
    public int count(String name, int value) {
        return random.nextInt(4);
    }

    @Override
    public RuntimeException invalid(String name, String rule, Object value) {
        return new Refused(name + " must be " + rule + ", but was " + value);
    }

    /** A layout that does not take what its own fields can be. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
