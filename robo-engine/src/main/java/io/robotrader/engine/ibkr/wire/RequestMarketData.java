package io.robotrader.engine.ibkr.wire;

/**
 * Starts a stream of ticks, or asks for one of each.
 *
 * @param requestId the number of the request
 * @param contract of what
 * @param genericTicks which others are wanted besides the usual, with commas between; must be empty for a snapshot
 * @param snapshot whether one of each is enough
 * @param regulatorySnapshot whether a snapshot that costs money is wanted
 * @param options usually empty
 * @param extras the legs of a combination and the like; for shares there are none
 */
public record RequestMarketData(
        int requestId,
        Contract contract,
        String genericTicks,
        boolean snapshot,
        boolean regulatorySnapshot,
        String options,
        Extras extras)
        implements MarketDataRequest {

    static final RequestMarketData BLANK = new RequestMarketData(0, Contract.NONE, "", false, false, "", Extras.NONE);

    @Override
    public int id() {
        return 1;
    }

    @Override
    public RequestMarketData layout(Fields f) {
        ExtrasPass x = new ExtrasPass(f, extras);
        f.constant("version", 11);
        int request = f.integer("requestId", requestId);
        Contract what = contract.full(f);
        if (what.secType().equals("BAG")) {
            OrderParts.comboLegs(x, false);
        }
        OrderParts.deltaNeutralContract(x);
        return new RequestMarketData(
                request,
                what,
                f.text("genericTicks", genericTicks),
                f.flag("snapshot", snapshot),
                f.flag("regulatorySnapshot", regulatorySnapshot),
                f.text("options", options),
                x.end());
    }
}
