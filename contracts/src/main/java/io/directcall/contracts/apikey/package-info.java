/** The API keys of the application's servers. */
package io.directcall.contracts.apikey;
