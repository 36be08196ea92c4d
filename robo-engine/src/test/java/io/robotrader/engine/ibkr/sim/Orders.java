package io.robotrader.engine.ibkr.sim;

import java.util.Arrays;

/** Orders as clients send them: 114 fields, of which a test names those it means. */
final class Orders {

    private final String[] fields =
            ("3·1·0·AAPL·STK··0.0···SMART··USD·····BUY·100·MKT···DAY····0··1·0·0·0·0·0·0·0··0.0·······0··-1·0···0"
                            + "···0·0··0······0·····0···········0···0·0···0··0·0·0·0·······0·········0·0·0·0···0···")
                    .split("·", -1);

    static Orders order(int id, String action, int quantity, String type) {
        return new Orders().with(1, id).with(16, action).with(17, quantity).with(18, type);
    }

    static Orders market(int id, String action, int quantity) {
        return order(id, action, quantity, "MKT");
    }

    static Orders limit(int id, String action, int quantity, String price) {
        return order(id, action, quantity, "LMT").with(19, price);
    }

    static Orders stop(int id, String action, int quantity, String price) {
        return order(id, action, quantity, "STP").with(20, price);
    }

    Orders with(int field, Object value) {
        fields[field] = value.toString();
        return this;
    }

    Orders symbol(String symbol) {
        return with(3, symbol);
    }

    Orders until(String timeInForce) {
        return with(21, timeInForce);
    }

    String text() {
        return String.join("·", Arrays.asList(fields));
    }
}
