package io.robotrader.engine.ibkr.wire;

/**
 * Asks for bars of the past.
 *
 * @param requestId the number of the request
 * @param contract of what
 * @param includeExpired whether contracts that have expired count
 * @param end until when; empty for now, and it must be empty to be kept up to date
 * @param barSize how long a bar is, such as {@code 5 mins} or {@code 1 day}
 * @param duration how far back, such as {@code 1 D}
 * @param regularHoursOnly whether bars of other hours are left out
 * @param whatToShow of which data, such as {@code TRADES}
 * @param formatDate 1 for times as text, 2 for seconds since 1970; days are text in any case
 * @param keepUpToDate whether the latest bar is sent again as it changes
 * @param options usually empty
 * @param extras the legs of a combination; for shares there are none
 */
public record RequestHistoricalData(
        int requestId,
        Contract contract,
        boolean includeExpired,
        String end,
        String barSize,
        String duration,
        boolean regularHoursOnly,
        String whatToShow,
        int formatDate,
        boolean keepUpToDate,
        String options,
        Extras extras)
        implements HistoryRequest {

    static final RequestHistoricalData BLANK =
            new RequestHistoricalData(0, Contract.NONE, false, "", "", "", false, "", 0, false, "", Extras.NONE);

    @Override
    public int id() {
        return 20;
    }

    @Override
    public RequestHistoricalData layout(Fields f) {
        ExtrasPass x = new ExtrasPass(f, extras);
        int request = f.integer("requestId", requestId);
        Contract what = contract.full(f);
        boolean expired = f.flag("includeExpired", includeExpired);
        String until = f.text("end", end);
        String size = f.text("barSize", barSize);
        String length = f.text("duration", duration);
        boolean regular = f.flag("regularHoursOnly", regularHoursOnly);
        String data = f.text("whatToShow", whatToShow);
        int format = f.integer("formatDate", formatDate);
        if (what.secType().equals("BAG")) {
            OrderParts.comboLegs(x, false);
        }
        boolean keep = f.flag("keepUpToDate", keepUpToDate);
        String more = f.text("options", options);
        return new RequestHistoricalData(
                request, what, expired, until, size, length, regular, data, format, keep, more, x.end());
    }
}
