package io.directcall.token.user;

import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UserRulesApiTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                        | 'uid'",
                "{'uid':null,'name':'A'}                                   | 'uid'",
                "{'uid':'','name':'A'}                                     | 'uid'",
                "{'uid':'a b','name':'A'}                                  | 'uid'",
                "{'uid':'a/b','name':'A'}                                  | 'uid'",
                "{'uid':7,'name':'A'}                                      | 'uid'",
                "{'uid':'a'}                                               | 'name'",
                "{'uid':'a','name':' '}                                    | 'name'",
                "{'uid':'a','name':'A\\u0000'}                             | 'name'",
                "{'uid':'a','name':'\\ud800'}                              | 'name'",
                "{'uid':'a','name':['A']}                                  | 'name'",
                "{'uid':'a','name':'A','avatar':'javascript:alert(1)'}     | 'avatar'",
                "{'uid':'a','name':'A','avatar':'https://x/ y'}            | 'avatar'",
                "{'uid':'a','name':'A','avatar':5}                         | 'avatar'",
                "[]                                                        | body",
                "'a'                                                       | body",
                "null                                                      | body",
                "{'uid':                                                   | not valid JSON",
            })
    void namesTheFieldThatBreaksARule(String sent, String named) {
        // When
        Response answer = server().body(sent.replace('\'', '"')).post("/v3/users");

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString(named))
                .body("error.source", equalTo("token-service"));
    }

    @Test
    void refusesALongName() {
        // When
        Response answer = server().body("{\"uid\":\"a\",\"name\":\"" + "x".repeat(201) + "\"}")
                .post("/v3/users");

        // Then
        answer.then().statusCode(400).body("error.message", containsString("'name'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':''}   | 'name'",
                "{'name':' '}  | 'name'",
                "{'avatar':'ftp://x'} | 'avatar'",
                "null | body",
            })
    void refusesAChangeThatBreaksARule(String sent, String named) {
        // Given
        String uid = createUser();

        // When
        Response answer = server().body(sent.replace('\'', '"')).put("/v3/users/{uid}", uid);

        // Then
        answer.then().statusCode(400).body("error.message", containsString(named));
    }

    @ParameterizedTest
    @CsvSource({"page=0", "page=x", "perPage=1001", "perPage=-1", "page=99999999999"})
    void refusesWhatIsNoPage(String query) {
        // When
        Response answer = server().get("/v3/users?" + query);

        // Then
        answer.then().statusCode(400).body("error.message", containsString(query.split("=", 2)[0]));
    }

    @ParameterizedTest
    @CsvSource({"%00", "a%20b", "%C3%A4", "a%2Fb"})
    void refusesAMalformedUidInThePath(String uid) {
        // When
        Response answer = server().urlEncodingEnabled(false).get("/v3/users/" + uid);

        // Then
        answer.then().statusCode(400).body("error.message", containsString("'uid'"));
    }
}
