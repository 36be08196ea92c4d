package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The books of one account, in US dollars: cash, positions, and the margin that they take. */
final class Account {

    /** A half of what is held, long or short, as Regulation T has it overnight. */
    static final BigDecimal INITIAL = new BigDecimal("0.50");

    /** A quarter, the least that the exchanges ask for what is held long; here for shorts too. */
    static final BigDecimal MAINTENANCE = new BigDecimal("0.25");

    final String id;
    private final Function<Listing, BigDecimal> marks;
    private final Map<Integer, Holding> holdings = new TreeMap<>();
    private BigDecimal cash;
    private BigDecimal dayStart;
    private @Nullable LocalDate day;
    private long sharesThisMonth;

    Account(String id, BigDecimal cash, Function<Listing, BigDecimal> marks) {
        this.id = id;
        this.cash = cash;
        this.marks = marks;
        this.dayStart = cash;
    }

    /** A new day: its gain starts from here. */
    void startOfDay(LocalDate today) {
        if (day != null && !day.equals(today)) {
            dayStart = netLiquidation();
            if (day.getMonth() != today.getMonth()) {
                sharesThisMonth = 0;
            }
        }
        day = today;
    }

    @Nullable
    BigDecimal book(Listing listing, BigDecimal signed, BigDecimal price, BigDecimal commission) {
        cash = cash.subtract(signed.multiply(price)).subtract(commission);
        sharesThisMonth += signed.abs().setScale(0, RoundingMode.CEILING).longValueExact();
        return holding(listing).book(signed, price, commission);
    }

    Holding holding(Listing listing) {
        return holdings.computeIfAbsent(listing.conId(), id -> new Holding(listing));
    }

    Collection<Holding> holdings() {
        return holdings.values();
    }

    long sharesThisMonth() {
        return sharesThisMonth;
    }

    BigDecimal cash() {
        return cash;
    }

    BigDecimal mark(Listing listing) {
        return marks.apply(listing);
    }

    BigDecimal value(Holding holding) {
        return holding.quantity().signum() == 0
                ? BigDecimal.ZERO
                : holding.quantity().multiply(mark(holding.listing));
    }

    BigDecimal unrealized(Holding holding) {
        return value(holding).subtract(holding.cost());
    }

    BigDecimal stockValue() {
        return sum(this::value);
    }

    BigDecimal gross() {
        return sum(h -> value(h).abs());
    }

    BigDecimal unrealized() {
        return sum(this::unrealized);
    }

    BigDecimal realized() {
        return sum(Holding::realized);
    }

    BigDecimal netLiquidation() {
        return cash.add(stockValue());
    }

    BigDecimal dailyPnl() {
        return netLiquidation().subtract(dayStart);
    }

    BigDecimal initialMargin() {
        return gross().multiply(INITIAL);
    }

    BigDecimal maintenanceMargin() {
        return gross().multiply(MAINTENANCE);
    }

    BigDecimal available() {
        return netLiquidation().subtract(initialMargin());
    }

    /** By how much a trade would change what is held, long and short together, at its mark. */
    BigDecimal grossChange(Listing listing, BigDecimal signed, BigDecimal price) {
        BigDecimal held = holding(listing).quantity();
        return held.add(signed).abs().subtract(held.abs()).multiply(price);
    }

    private BigDecimal sum(Function<Holding, BigDecimal> of) {
        return holdings.values().stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
