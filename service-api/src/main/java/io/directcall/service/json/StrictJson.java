package io.directcall.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Refuses values of a wrong type instead of converting them: a number where a name is expected is a mistake of the caller, who should
 * hear of it. Refuses a field that is there twice, too: of two readers each may take another one. Unknown fields are ignored, so that newer clients can talk to older services.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    private static final List<CoercionInputShape> SCALARS =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);
    private static final List<CoercionInputShape> STRINGS =
            List.of(CoercionInputShape.String, CoercionInputShape.EmptyString);

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        refuse(mapper, LogicalType.Textual, SCALARS);
        refuse(mapper, LogicalType.Integer, STRINGS);
        refuse(mapper, LogicalType.Float, STRINGS);
        refuse(mapper, LogicalType.Boolean, STRINGS);
        refuse(mapper, LogicalType.Boolean, SCALARS.subList(0, 2));
        refuse(mapper, LogicalType.Enum, List.of(CoercionInputShape.EmptyString, CoercionInputShape.Integer));
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, List<CoercionInputShape> shapes) {
        shapes.forEach(shape -> mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail));
    }
}
