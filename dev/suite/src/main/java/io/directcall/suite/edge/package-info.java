/** The one origin that browsers see: demo page, SDK and the API of all services. */
package io.directcall.suite.edge;
