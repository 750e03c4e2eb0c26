/** API keys that an operator makes and revokes while the installation runs. */
package io.directcall.token.apikey;
