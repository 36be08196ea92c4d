package io.robotrader.engine.journal;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltReset;
import io.robotrader.risk.halt.HaltTrigger;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Unit;
import io.robotrader.risk.rule.Violation;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.SizeBound;
import io.robotrader.risk.sizing.SizeStep;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Events of every kind with parts at random, odd ones among them. Made of a seed: the same seed, the same events. */
final class ArbitraryEvents {
    private static final String SIGNS = "aZ09 .-_/\\\"'\n\t\u0000\u001f{}[]:,éß€\uD83D\uDE80ı\u2028";
    private static final double[] ODD = {
        0.0,
        -0.0,
        1,
        -1,
        0.1,
        1e-300,
        1e300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private final Random random;

    ArbitraryEvents(long seed) {
        random = new Random(seed);
    }

    List<EngineEvent> oneOfEach() {
        return List.of(
                new StateChanged(instant(), any(EngineState.class), any(EngineState.class)),
                new SignalRaised(instant(), new Signal(name(), name(), any(Signal.Direction.class), name())),
                new EntrySized(instant(), name(), size()),
                new OrderDecided(instant(), order(), decision()),
                new OrderFilled(instant(), fill(), amount()),
                new CommissionCharged(instant(), new LateCommission(text(), text(), text(), amount(), instant())),
                new OrderEnded(instant(), new OrderEnd(text(), any(OrderEnd.Kind.class), text())),
                new DayClosed(instant(), date(), figures()),
                new RunBegan(instant(), text()),
                new BarTaken(instant(), bar()),
                new DataRefused(instant(), text(), text()),
                new DayBegan(instant(), date(), figure()),
                new OrderAcknowledged(instant(), text(), text()),
                new CancelRequested(instant(), text(), text()),
                new Halted(instant(), halt()),
                new HaltLifted(instant(), new HaltReset(halt(), plain(), plain(), instant())),
                new ConnectionChanged(instant(), random.nextBoolean(), text()),
                new Reconciled(instant(), differences()),
                new PositionAdopted(instant(), text(), random.nextLong(), amount(), amount()),
                new CashAdopted(instant(), amount(), amount()),
                new TroubleNoted(instant(), text(), text()),
                new HoldChanged(instant(), text(), random.nextBoolean(), text()));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(-99_999_999_999L, 99_999_999_999L), random.nextInt(1_000_000_000));
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextInt(-1_000_000, 1_000_000));
    }

    private <T extends Enum<T>> T any(Class<T> type) {
        T[] all = type.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    /** Whatever signs there are; none too. */
    private String text() {
        int[] points = SIGNS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** A text that is not blank. */
    private String name() {
        return "n" + text();
    }

    /** A text that people write. */
    private String plain() {
        return "Zoë " + random.nextInt(1000) + " said \"ok\"";
    }

    private double figure() {
        return random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextGaussian() * 1e6;
    }

    private double price() {
        return random.nextInt(3) == 0 ? Double.MIN_VALUE : random.nextDouble() * 1000 + 1e-9;
    }

    private OptionalDouble optionalPrice() {
        return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(price());
    }

    /** Any digits and any scale, trailing zeros and zero of any scale too. */
    private BigDecimal amount() {
        BigInteger digits = random.nextInt(4) == 0
                ? BigInteger.ZERO
                : new BigInteger(random.nextInt(200), random).multiply(BigInteger.TEN.pow(random.nextInt(3)));
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(-30, 60));
    }

    private PositionSize size() {
        long[] quantities = random.longs(1 + random.nextInt(4), 0, OrderIntent.MAX_QUANTITY)
                .sorted()
                .toArray();
        SizeStep[] steps = new SizeStep[quantities.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = new SizeStep(
                    any(SizeBound.class), plain(), random.nextDouble(), quantities[quantities.length - 1 - i]);
        }
        return new PositionSize(Arrays.asList(steps));
    }

    private OrderIntent order() {
        return new OrderIntent(
                plain(),
                plain(),
                any(Side.class),
                random.nextLong(1, OrderIntent.MAX_QUANTITY),
                optionalPrice(),
                optionalPrice());
    }

    private RiskDecision decision() {
        return switch (random.nextInt(3)) {
            case 0 -> RiskDecision.Approved.APPROVED;
            case 1 -> new RiskDecision.Rejected(List.of(violation()));
            default -> new RiskDecision.Rejected(List.of(violation(), violation()));
        };
    }

    private Violation violation() {
        return switch (random.nextInt(4)) {
            case 0 -> Violation.of(any(LimitKind.class), text());
            case 1 -> Violation.of(Limit.of(any(LimitKind.class), random.nextGaussian()), figure());
            case 2 -> Violation.of(Limit.customAtLeast(plain(), random.nextGaussian(), any(Unit.class)), figure());
            default ->
                new Violation(
                        new Limit(any(LimitKind.class), plain(), -0.0, any(Unit.class), any(LimitKind.Sense.class)),
                        figure(),
                        text());
        };
    }

    private Fill fill() {
        return new Fill(
                name(),
                name(),
                name(),
                any(Side.class),
                random.nextLong(1, OrderIntent.MAX_QUANTITY),
                amount().abs().add(BigDecimal.ONE),
                amount().abs(),
                instant());
    }

    private Bar bar() {
        double[] prices = {price(), price(), price(), price()};
        Arrays.sort(prices);
        OptionalDouble volume =
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(3) * 1e9);
        return new Bar(name(), instant(), prices[1], prices[3], prices[0], prices[2], volume);
    }

    private AccountFigures figures() {
        return new AccountFigures(figure(), figure(), figure(), figure(), figure(), figure(), random.nextInt());
    }

    private Halt halt() {
        HaltLevel level = random.nextBoolean() ? HaltLevel.HALT : HaltLevel.REDUCE_ONLY;
        boolean flatten = level == HaltLevel.HALT && random.nextBoolean();
        return new Halt(level, any(HaltTrigger.class), plain(), instant(), flatten);
    }

    private List<Difference> differences() {
        return random.ints(random.nextInt(3))
                .mapToObj(i -> new Difference(
                        any(Difference.Kind.class), text(), text(), text(), any(Difference.Action.class)))
                .toList();
    }
}
