package io.directcall.service.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.session.Role;
import io.directcall.service.json.StrictJson;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadJsonTest {
    record Body(String name, Integer count, boolean muted, Role role, List<Inner> list) {}

    record Inner(int number) {}

    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void strict() {
        new StrictJson().customize(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':5}                | The field 'name' must be a string.",
                "{'name':true}             | The field 'name' must be a string.",
                "{'name':{}}               | The field 'name' must be a string.",
                "{'count':'5'}             | The field 'count' must be a whole number in the range of its type.",
                "{'count':1.5}             | The field 'count' must be a whole number in the range of its type.",
                "{'count':99999999999}     | The field 'count' must be a whole number in the range of its type.",
                "{'muted':'true'}          | The field 'muted' must be true or false.",
                "{'muted':1}               | The field 'muted' must be true or false.",
                "{'role':'king'}           | The field 'role' must be one of participant, moderator, viewer.",
                "{'role':0}                | The field 'role' must be one of participant, moderator, viewer.",
                "{'role':'PARTICIPANT'}    | The field 'role' must be one of participant, moderator, viewer.",
                "{'list':{}}               | The field 'list' must be a list.",
                "{'list':[{'number':[]}]}  | The field 'list[0].number' must be a whole number in the range of its type.",
                "[]                        | The body must be an object of the expected form.",
                "{'name':                  | The body is not valid JSON (line 1, column 9).",
            })
    void namesTheField(String sent, String said) {
        // Given
        String body = sent.replace('\'', '"');

        // When
        var found = catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, Body.class));

        // Then
        assertThat(BadJson.describe(found)).isEqualTo(said);
    }

    @Test
    void readsWhatFits() throws JsonProcessingException {
        // Given
        String body = "{\"name\":\"a\",\"count\":1,\"muted\":true,\"role\":\"viewer\",\"list\":[{\"number\":2}]}";

        // When
        Body read = json.readValue(body, Body.class);

        // Then
        assertThat(read).isEqualTo(new Body("a", 1, true, Role.VIEWER, List.of(new Inner(2))));
    }
}
