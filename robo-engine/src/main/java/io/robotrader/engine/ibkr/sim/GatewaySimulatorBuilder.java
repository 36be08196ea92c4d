package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.WireCodec;
import io.robotrader.engine.market.Bar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes a {@link GatewaySimulator} and starts it. Not thread-safe. */
public final class GatewaySimulatorBuilder {

    private static final String USUAL_ACCOUNT = "DU1234567";
    private static final BigDecimal USUAL_CASH = new BigDecimal("1000000");
    private static final double HALF_A_CENT = 0.005;

    private final Map<String, BigDecimal> accounts = new LinkedHashMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final Map<String, Listing> listings = new HashMap<>();
    private final Set<String> played = new TreeSet<>();
    private final List<Settings.ScriptedFill> script = new ArrayList<>();
    private int port;
    private @Nullable Instant start;
    private FillModel fills = FillModel.IMMEDIATE;
    private Commission commission = Commission.FIXED;
    private double halfSpread = HALF_A_CENT;
    private Scenario scenario = Scenario.NORMAL;
    private long seed = 1;
    private int serverVersion = WireCodec.MAX_SERVER_VERSION;
    private int messagesPerSecond;
    private MarketDataPermission permission = MarketDataPermission.LIVE;
    private boolean completedOrders = true;
    private boolean readOnly;
    private boolean barByBar;
    private boolean checksFunds = true;
    private GatewayServer.@Nullable Pace pace;

    GatewaySimulatorBuilder() {}

    /**
     * Where to listen.
     *
     * @param number the port, 0 to 65535; 0, as it is at first, for any that is free
     * @return this
     */
    public GatewaySimulatorBuilder port(int number) {
        require(number >= 0 && number <= 65_535, "port", "between 0 and 65535", number);
        port = number;
        return this;
    }

    /**
     * Adds an account. Without any there is {@code DU1234567} with a million US dollars.
     *
     * @param id its id, not blank and without a comma
     * @param cash US dollars
     * @return this
     */
    public GatewaySimulatorBuilder account(String id, BigDecimal cash) {
        require(!id.isBlank() && id.indexOf(',') < 0, "id", "not blank and without a comma", "'" + id + "'");
        accounts.put(id, Objects.requireNonNull(cash, "cash"));
        return this;
    }

    /**
     * Adds prices as bars, of any symbols in any order. What bars there are of a symbol must all be of one length; the
     * shortest gap between two is taken for it.
     *
     * @param more the bars
     * @return this
     */
    public GatewaySimulatorBuilder bars(List<Bar> more) {
        bars.addAll(more);
        return this;
    }

    /**
     * Adds prices trade by trade. A symbol has bars or trades, not both.
     *
     * @param more the trades, in any order
     * @return this
     */
    public GatewaySimulatorBuilder trades(List<Trade> more) {
        trades.addAll(more);
        return this;
    }

    /**
     * Has the market move on demand only: there are no prices but those of the bars that {@link GatewaySimulator#play} is
     * handed, and between two bars of a symbol it is closed.
     *
     * @param symbols what can be traded, at least one
     * @param now what the clock says at first; a bar has to be later to fill an order that comes before it
     * @return this
     */
    public GatewaySimulatorBuilder barByBar(Collection<String> symbols, Instant now) {
        require(!symbols.isEmpty(), "symbols", "at least one", symbols);
        barByBar = true;
        played.addAll(symbols);
        return startAt(now);
    }

    /**
     * Says more of a symbol than is made up for it.
     *
     * @param listing the listing; of a symbol without prices it has no effect
     * @return this
     */
    public GatewaySimulatorBuilder listing(Listing listing) {
        listings.put(listing.symbol(), listing);
        return this;
    }

    /**
     * What the clock says at first. What the data have before is history.
     *
     * @param time the time; without one, that of the first price
     * @return this
     */
    public GatewaySimulatorBuilder startAt(Instant time) {
        start = Objects.requireNonNull(time, "time");
        return this;
    }

    /**
     * How orders are filled.
     *
     * @param model the model; at first {@link FillModel#IMMEDIATE}
     * @return this
     */
    public GatewaySimulatorBuilder fills(FillModel model) {
        fills = Objects.requireNonNull(model, "model");
        return this;
    }

    /**
     * A fill that every order gets, whatever its type and the market: once one is scripted, nothing else is filled.
     *
     * @param after how long after the order is taken, zero or more
     * @param quantity how many shares, above 0; no more than are left
     * @param price at what price, above 0
     * @return this
     */
    public GatewaySimulatorBuilder scriptedFill(Duration after, BigDecimal quantity, BigDecimal price) {
        require(!after.isNegative(), "after", "zero or more", after);
        require(quantity.signum() > 0, "quantity", "above 0", quantity);
        require(price.signum() > 0, "price", "above 0", price);
        script.add(new Settings.ScriptedFill(after, quantity, price));
        return this;
    }

    /**
     * What fills cost.
     *
     * @param schedule the schedule; at first {@link Commission#FIXED}
     * @return this
     */
    public GatewaySimulatorBuilder commission(Commission schedule) {
        commission = Objects.requireNonNull(schedule, "schedule");
        return this;
    }

    /**
     * How far bid and ask are apart around each price.
     *
     * @param spread in US dollars, finite, zero or more; at first a cent. Bid and ask are rounded outward to cents, and
     *     are the price itself with zero
     * @return this
     */
    public GatewaySimulatorBuilder spread(double spread) {
        require(spread >= 0 && Double.isFinite(spread), "spread", "finite and zero or more", spread);
        halfSpread = spread / 2;
        return this;
    }

    /**
     * What goes wrong.
     *
     * @param what the scenario; at first {@link Scenario#NORMAL}
     * @return this
     */
    public GatewaySimulatorBuilder scenario(Scenario what) {
        scenario = Objects.requireNonNull(what, "what");
        return this;
    }

    /**
     * What is random in the scenario comes from this.
     *
     * @param value any number; at first 1
     * @return this
     */
    public GatewaySimulatorBuilder seed(long value) {
        seed = value;
        return this;
    }

    /**
     * The highest server version that it agrees to.
     *
     * @param version between 157 and 178, as it is at first
     * @return this
     */
    public GatewaySimulatorBuilder serverVersion(int version) {
        require(
                version >= WireCodec.MIN_SERVER_VERSION && version <= WireCodec.MAX_SERVER_VERSION,
                "version",
                "between 157 and 178",
                version);
        serverVersion = version;
        return this;
    }

    /**
     * How many messages a second it takes from each client; what is more is refused with code 100, and a client that goes
     * on is cut off. The seconds are real ones in real time, otherwise simulated.
     *
     * @param limit 50 as with the real one; 0, as it is at first, for any number
     * @return this
     */
    public GatewaySimulatorBuilder messagesPerSecond(int limit) {
        require(limit >= 0, "limit", "zero or more", limit);
        messagesPerSecond = limit;
        return this;
    }

    /**
     * Which market data there are.
     *
     * @param what at first {@link MarketDataPermission#LIVE}
     * @return this
     */
    public GatewaySimulatorBuilder marketData(MarketDataPermission what) {
        permission = Objects.requireNonNull(what, "what");
        return this;
    }

    /**
     * Whether orders that are done with are told of when asked for; some clients cannot read those messages.
     *
     * @param told whether they are, as at first; otherwise only the end is said
     * @return this
     */
    public GatewaySimulatorBuilder completedOrders(boolean told) {
        completedOrders = told;
        return this;
    }

    /**
     * Whether orders are refused, as they are at a gateway that was just installed.
     *
     * @param refused whether they are; at first not
     * @return this
     */
    public GatewaySimulatorBuilder readOnly(boolean refused) {
        readOnly = refused;
        return this;
    }

    /**
     * Whether an order is refused that takes the account's margin above its equity.
     *
     * @param checked whether it is, as at first
     * @return this
     */
    public GatewaySimulatorBuilder checksFunds(boolean checked) {
        checksFunds = checked;
        return this;
    }

    /**
     * Has the clock follow real time, leaving out nights, weekends and holidays.
     *
     * @param nanos tells real time in nanoseconds, such as {@code System::nanoTime}
     * @param speed how many times faster, above 0 and finite
     * @return this
     */
    public GatewaySimulatorBuilder realTime(LongSupplier nanos, double speed) {
        require(speed > 0 && Double.isFinite(speed), "speed", "above 0 and finite", speed);
        pace = new GatewayServer.Pace(Objects.requireNonNull(nanos, "nanos"), speed);
        return this;
    }

    /**
     * Starts it.
     *
     * @return the simulator, listening
     * @throws IllegalArgumentException if there are no prices, if a symbol has bars and trades or bars of one time twice,
     *     if two symbols have the same number, or if the market is to move on demand and there are prices or real time
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public GatewaySimulator start() {
        GatewayServer server = new GatewayServer(settings(), port, pace);
        server.start();
        return new GatewaySimulator(server);
    }

    Settings settings() {
        Map<Listing, PricePath> prices = new LinkedHashMap<>();
        Map<String, PricePath> paths = paths();
        require(!paths.isEmpty(), "prices", "given", "none");
        paths.forEach((symbol, path) -> prices.put(listings.getOrDefault(symbol, Listing.of(symbol)), path));
        long numbers = prices.keySet().stream().map(Listing::conId).distinct().count();
        require(numbers == prices.size(), "conId", "different for every symbol", prices.keySet());
        Instant first = start != null
                ? start
                : paths.values().stream()
                        .map(p -> p.start(0))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        Map<String, BigDecimal> funded = accounts.isEmpty() ? Map.of(USUAL_ACCOUNT, USUAL_CASH) : accounts;
        return new Settings(
                new LinkedHashMap<>(funded),
                prices,
                first,
                fills,
                commission,
                halfSpread,
                List.copyOf(script),
                scenario,
                seed,
                serverVersion,
                messagesPerSecond,
                permission,
                completedOrders,
                readOnly,
                barByBar,
                checksFunds);
    }

    private Map<String, PricePath> paths() {
        Map<String, PricePath> paths = new TreeMap<>();
        played.forEach(symbol -> paths.put(symbol, PricePath.ofTrades(List.of())));
        if (barByBar) {
            boolean alone = bars.isEmpty() && trades.isEmpty() && pace == null;
            require(alone, "a market bar by bar", "without other prices and without real time", "with them");
        }
        inOrder(bars, Bar::symbol, Bar::time).forEach((symbol, list) -> {
            boolean twice = list.stream().map(Bar::time).distinct().count() < list.size();
            require(!twice, "bars of " + symbol, "of different times", "some of the same");
            paths.put(symbol, PricePath.ofBars(list));
        });
        inOrder(trades, Trade::symbol, Trade::time).forEach((symbol, list) -> {
            PricePath before = paths.put(symbol, PricePath.ofTrades(list));
            require(before == null, "prices of " + symbol, "bars or trades", "both");
        });
        return paths;
    }

    private static <T> Map<String, List<T>> inOrder(
            List<T> items, Function<T, String> symbol, Function<T, Instant> time) {
        return items.stream().sorted(Comparator.comparing(time)).collect(Collectors.groupingBy(symbol));
    }

    private static void require(boolean holds, String name, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", but was " + value);
        }
    }
}
