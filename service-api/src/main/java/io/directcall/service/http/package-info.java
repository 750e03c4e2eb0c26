/** Rules for every HTTP request: the alias of paths and the limit of bodies. */
package io.directcall.service.http;
