#include "ccurl.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  ccurl_reply *reply;
  size_t capacity;
  size_t limit;
} sink;

static size_t take(char *data, size_t one, size_t count, void *context) {
  sink *into = context;
  size_t size = one * count;
  if (size > into->limit - into->reply->body_size) return 0;
  size_t need = into->reply->body_size + size;
  if (need > into->capacity) {
    size_t larger = into->capacity ? into->capacity * 2 : 16384;
    if (larger < need) larger = need;
    uint8_t *grown = realloc(into->reply->body, larger);
    if (grown == NULL) return 0;
    into->reply->body = grown;
    into->capacity = larger;
  }
  memcpy(into->reply->body + into->reply->body_size, data, size);
  into->reply->body_size = need;
  return size;
}

int ccurl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

void ccurl_perform(const ccurl_request *request, ccurl_reply *reply) {
  memset(reply, 0, sizeof *reply);
  CURL *curl = curl_easy_init();
  struct curl_slist *headers = NULL;
  if (curl == NULL) {
    reply->code = CURLE_OUT_OF_MEMORY;
    return;
  }
  for (size_t i = 0; i < request->header_count; i++) {
    struct curl_slist *longer = curl_slist_append(headers, request->headers[i]);
    if (longer == NULL) {
      reply->code = CURLE_OUT_OF_MEMORY;
      goto end;
    }
    headers = longer;
  }
  sink into = {reply, 0, request->limit_bytes};
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reply->reason);
  curl_easy_setopt(curl, CURLOPT_URL, request->url);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  // A connection of its own: on a reused one that died, libcurl repeats a request by itself.
  curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
  curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  if (request->authority != NULL) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, request->authority);
    curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
  }
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &into);
  if (request->body != NULL) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, (const char *)request->body);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_size);
  }
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method);

  reply->code = curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply->status);
  // Name found, connected, and TLS agreed on: from here on the request may have been seen.
  curl_off_t ready = 0;
  curl_easy_getinfo(curl, CURLINFO_PRETRANSFER_TIME_T, &ready);
  reply->began = ready > 0;
  char *type = NULL;
  curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
  if (type != NULL) reply->content_type = strdup(type);
  if (reply->code != CURLE_OK && reply->reason[0] == 0) {
    strncpy(reply->reason, curl_easy_strerror(reply->code), sizeof reply->reason - 1);
  }
end:
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

void ccurl_reply_free(ccurl_reply *reply) {
  free(reply->content_type);
  free(reply->body);
  memset(reply, 0, sizeof *reply);
}
