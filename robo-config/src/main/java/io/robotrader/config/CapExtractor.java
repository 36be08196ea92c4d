package io.robotrader.config;

import io.robotrader.config.section.Cap;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Lets the bounds on a cap look at what is in it; a cap that is off has nothing, which keeps every bound. A validator of
 * Jakarta Validation finds this by itself, as a service.
 */
@UnwrapByDefault
public final class CapExtractor implements ValueExtractor<Cap<@ExtractedValue ?>> {

    /** For the service loader. */
    public CapExtractor() {}

    @Override
    public void extractValues(Cap<?> cap, ValueReceiver receiver) {
        receiver.value(null, cap.limit().orElse(null));
    }
}
