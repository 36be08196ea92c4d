package io.robotrader.risk;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Plays the words of an example in docs/risk.md: {@code cash 99001, held 10 A: BUY 1 A at 110 stop 90}. */
final class DocumentedScene {

    private final HandClock clock = new HandClock();
    private AccountSnapshot.Builder account = cash(100_000);
    private InstrumentFacts facts = InstrumentFacts.of("A", Desk.NOON);
    private boolean open = true;
    private double correlation = Double.NaN;
    private final RiskGate gate;
    private int orders;

    private DocumentedScene(RiskLimits limits) {
        gate = RiskGate.builder()
                .limits(limits)
                .clock(clock)
                .correlations((a, b) -> correlation)
                .session((symbol, millis) -> open)
                .instruments(List.of(
                        Instrument.of("A").withSector("tech"),
                        Instrument.of("B").withSector("tech"),
                        Instrument.of("C").withSector("bank")))
                .build();
        gate.update(account.build());
    }

    private static AccountSnapshot.Builder cash(double cash) {
        return Desk.cash(cash).market(Desk.mark("C", 100)).startOfDayEquity(100_000);
    }

    /** No limit but the one that is named, such as {@code maxLeverage 1.5}, {@code restricted A} or {@code noShortSelling}. */
    static RiskLimits limits(String words) throws ReflectiveOperationException {
        String[] parts = words.split(" ", -1);
        RiskLimitsBuilder builder = Desk.noLimits();
        Method method = Arrays.stream(RiskLimitsBuilder.class.getMethods())
                .filter(it -> it.getName().equals(parts[0]))
                .findFirst()
                .orElseThrow();
        call(method, builder, parts);
        return builder.build();
    }

    private static void call(Method method, RiskLimitsBuilder builder, String[] parts)
            throws IllegalAccessException, InvocationTargetException {
        if (parts.length == 1) {
            method.invoke(builder);
            return;
        }
        Class<?> type = method.getParameterTypes()[0];
        Object value = type == Set.class
                ? Set.of(parts[1])
                : type == int.class ? (Object) Integer.valueOf(parts[1]) : Double.valueOf(parts[1]);
        method.invoke(builder, value);
    }

    static RiskDecision ask(RiskLimits limits, String words) {
        DocumentedScene scene = new DocumentedScene(limits);
        int colon = words.indexOf(": ");
        if (colon > 0) {
            for (String step : words.substring(0, colon).split(", ", -1)) {
                scene.play(step.split(" ", -1));
            }
        }
        return scene.gate.check(scene.order(words.substring(colon < 0 ? 0 : colon + 2)));
    }

    private void play(String... step) {
        double number = step.length > 1 ? Double.parseDouble(step[1]) : 0;
        switch (step[0]) {
            case "cash" -> tell(cash(number));
            case "peak" -> tell(account.peakEquity(number));
            case "held" -> tell(account.position(Position.of(step[2], (long) number, 100)));
            case "seconds" -> clock.move(number);
            case "volume" -> tell(facts.withAverageVolume(number));
            case "cap" -> tell(facts.withMarketCap(number));
            case "beta" -> tell(facts.withBeta(number));
            case "volatility" -> tell(facts.withDailyVolatility(number));
            case "market" -> gate.marketVolatility(number);
            case "correlation" -> correlation = number;
            case "closed" -> open = false;
            case "lost" -> {
                for (int i = 0; i < number; i++) {
                    gate.tradeClosed(-1);
                }
            }
            case "reserved" -> {
                if (!gate.reserve(order("BUY " + step[1] + " " + step[2])).isApproved()) {
                    throw new IllegalArgumentException("what went before was refused");
                }
            }
            default -> throw new IllegalArgumentException("not a step: " + step[0]);
        }
    }

    private void tell(AccountSnapshot.Builder now) {
        account = now;
        gate.update(now.build());
    }

    private void tell(InstrumentFacts now) {
        facts = now;
        gate.update(now);
    }

    private OrderIntent order(String words) {
        String[] parts = words.split(" ", -1);
        OrderIntent order =
                OrderIntent.market("order-" + orders++, parts[2], Side.valueOf(parts[0]), Long.parseLong(parts[1]));
        for (int i = 3; i < parts.length; i += 2) {
            double price = Double.parseDouble(parts[i + 1]);
            order = parts[i].equals("at")
                    ? OrderIntent.limit(order.id(), order.symbol(), order.side(), order.quantity(), price)
                    : order.withStop(price);
        }
        return order;
    }
}
