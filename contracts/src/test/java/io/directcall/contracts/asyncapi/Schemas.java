package io.directcall.contracts.asyncapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** JSON schemas of records, as Jackson writes them. */
final class Schemas {
    private final SchemaBuilder builder;

    Schemas() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.SKIP_SUBTYPE_LOOKUP,
                        JacksonOption.IGNORE_TYPE_INFO_TRANSFORM,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .with(Option.PLAIN_DEFINITION_KEYS);
        config.forFields()
                .withIgnoreCheck(field -> field.isFakeContainerItemScope() || !isComponent(field.getRawMember()));
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    private static boolean isComponent(Field field) {
        return !field.getDeclaringClass().isRecord()
                || Stream.of(field.getDeclaringClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch(field.getName()::equals);
    }

    /** The messages of a topic's or a stream's type: its variants, or itself. */
    static List<Class<?>> messages(Class<?> type) {
        JsonSubTypes variants = type.getAnnotation(JsonSubTypes.class);
        return variants == null
                ? List.of(type)
                : Arrays.stream(variants.value())
                        .<Class<?>>map(JsonSubTypes.Type::value)
                        .toList();
    }

    /** A reference to the schema of a message, with the {@code type} that tells it from its siblings. */
    ObjectNode of(Class<?> message, boolean named) {
        ObjectNode reference = builder.createSchemaReference(message);
        if (!named) {
            return reference;
        }
        ObjectNode type = JsonNodeFactory.instance.objectNode();
        type.put("type", "object");
        type.putObject("properties").putObject("type").put("const", message.getSimpleName());
        type.putArray("required").add("type");
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.putArray("allOf").add(reference).add(type);
        return both;
    }

    /** All that were referred to, by name. */
    ObjectNode all() {
        return builder.collectDefinitions("components/schemas");
    }
}
