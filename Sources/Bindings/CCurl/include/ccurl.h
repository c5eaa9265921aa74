#pragma once
// libcurl as Swift can call it: curl_easy_setopt and curl_easy_getinfo are variadic.
#include <stddef.h>
#include <stdint.h>

/// One request; strings end in NUL, nothing is kept after the call.
typedef struct {
  const char *method;
  const char *url;
  /// `Name: value`, or `Name;` for an empty value.
  const char *const *headers;
  size_t header_count;
  /// NULL for a request that has no body at all, such as a GET.
  const uint8_t *body;
  size_t body_size;
  /// A PEM file to trust in place of the system's, or NULL.
  const char *authority;
  long connect_milliseconds;
  long total_milliseconds;
  size_t limit_bytes;
} ccurl_request;

/// What came back; free it with ccurl_reply_free.
typedef struct {
  /// The CURLcode; 0 when a whole answer came.
  int code;
  long status;
  char *content_type;
  uint8_t *body;
  size_t body_size;
  /// 1 when a connection stood, so that the request may have been seen.
  int began;
  char reason[256];
} ccurl_reply;

/// Once a process, before any thread (curl_global_init); 0 on success.
int ccurl_start(void);
/// Performs one request on a connection of its own, never repeated and never redirected
/// (curl_easy_perform).
void ccurl_perform(const ccurl_request *request, ccurl_reply *reply);
void ccurl_reply_free(ccurl_reply *reply);
