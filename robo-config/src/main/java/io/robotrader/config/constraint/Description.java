package io.robotrader.config.constraint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a setting means, in one sentence for the page, the schema and the editor; plain text without Markdown. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Description {
    /**
     * The sentence, beginning in lower case and without a full stop.
     *
     * @return its text
     */
    String value();
}
