package io.robotrader.examples.correlate;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much is held of a symbol, as the option has it: {@code AAPL=0.3}. */
record Weight(String symbol, double weight) {

    static final class Converter implements ITypeConverter<Weight> {
        @Override
        public Weight convert(String value) {
            int equals = value.lastIndexOf('=');
            try {
                if (equals > 0) {
                    return new Weight(
                            value.substring(0, equals).strip(), Double.parseDouble(value.substring(equals + 1)));
                }
            } catch (NumberFormatException e) {
                // Told below, as what else may be wrong.
            }
            throw new TypeConversionException("must be a symbol and its weight, such as AAPL=0.3, but was " + value);
        }
    }
}
