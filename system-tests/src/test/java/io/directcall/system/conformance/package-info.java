/**
 * What any installation's event streams must be like, asked through its public interface alone. Against another one than the suite of this
 * run: {@code -Dconformance.url=https://calls.example/ -Dconformance.api-key=...}.
 */
package io.directcall.system.conformance;
