package io.directcall.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.service.error.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    @Test
    void startsAtTheFirstPageOfAHundred() {
        // When
        PageRequest page = PageRequest.parse(null, "");

        // Then
        assertThat(page).isEqualTo(new PageRequest(1, 100));
        assertThat(page.offset()).isZero();
    }

    @Test
    void staysInTheRangeOfAnIntOnTheLastPage() {
        // When
        PageRequest page = PageRequest.parse("1000000", "1000");

        // Then
        assertThat(page.offset()).isEqualTo(999_999_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "x", "1000001", "99999999999", "1e3"})
    void refusesWhatIsNoPage(String sent) {
        // When / Then
        assertThatThrownBy(() -> PageRequest.parse(sent, null))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("'page'");
    }

    @Test
    void countsThePagesOfAList() {
        // When
        var page = DataPage.of(List.of("c"), 3, 2, 2);

        // Then
        assertThat(page.meta().pagination()).isEqualTo(new DataPage.Pagination(3, 1, 2, 2, 2));
    }
}
