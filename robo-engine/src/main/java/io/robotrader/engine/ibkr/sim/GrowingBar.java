package io.robotrader.engine.ibkr.sim;

/** What a bar in the making has seen: prices, and how much was traded at them. */
final class GrowingBar {

    double open;
    double high;
    double low;
    double close;
    double volume;
    int count;
    private double turnover;

    void add(double price, double size) {
        if (count == 0) {
            standAt(price);
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        volume += size;
        turnover += size * price;
        count++;
    }

    /** A bar in which nothing happened is where the price is. */
    void standAt(double price) {
        open = price;
        high = price;
        low = price;
        close = price;
    }

    /** The price of a share on average, to four decimals, and the close if none was traded. */
    double average() {
        return volume > 0 ? Math.round(turnover / volume * 1e4) / 1e4 : close;
    }

    void clear() {
        volume = 0;
        turnover = 0;
        count = 0;
    }
}
